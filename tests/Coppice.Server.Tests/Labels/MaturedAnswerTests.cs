using Coppice.Server.Labels;
using Coppice.Server.Tests.Support;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Labels;

public class MaturedAnswerTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Every_answer_is_read_once_and_a_correction_only_where_the_first_was_not(string kind)
    {
        using var workspace = new Workspace(Enum.Parse<DatabaseKind>(kind), SomeModel.Purchase);
        foreach (string customer in new[] { "late", "never", "soon" })
            SomePrediction.Record(workspace, customer, 0);
        workspace.Record(Event("soon", "purchase", 3));
        workspace.StandAt(40);
        await workspace.SweepAsync();

        var first = Read(workspace, 0);
        Assert.Equal([0.0, 0.0, 1.0], first.Select(answer => answer.Value).Order());
        Assert.Equal(first[1..], Read(workspace, first[0].Label));

        workspace.Record(Event("late", "purchase", 12, knownDay: 41));
        workspace.StandAt(42);
        Assert.Equal(1, (await workspace.SweepAsync()).Corrected);

        Assert.Empty(Read(workspace, first[^1].Label));
        // Whoever has read none of them reads what is so now.
        Assert.Equal([0.0, 1.0, 1.0], Read(workspace, 0).Select(answer => answer.Value).Order());
    }

    private static MaturedAnswer[] Read(Workspace workspace, long afterLabel) =>
        [.. workspace.Database.Read(session => workspace.Get<MaturedAnswerStore>().After(session, workspace.ModelId, afterLabel, 100))];
}
