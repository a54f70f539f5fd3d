using Coppice.Server.Serving.Batches;
using Coppice.Server.Tests.Support;
using Microsoft.Extensions.Hosting;

namespace Coppice.Server.Tests.Serving.Batches;

public class BatchLoopTests
{
    [Fact]
    public async Task A_loop_that_is_let_go_of_has_ended_before_the_database_is_closed()
    {
        using var workspace = new Workspace(SomeModel.Purchase);
        workspace.StandAt(100);
        var old = new Batch { Kind = BatchKinds.AllCustomers, File = "", Actor = "test", State = BatchStates.Done, Versions = "[]", CreatedAt = Workspace.Day(1) };
        workspace.Database.Write(session =>
        {
            for (int i = 0; i < 5_000; i++)
                workspace.Get<BatchStore>().Add(session, old);
            session.Execute("UPDATE batches SET finished_at = @at", new { at = Workspace.Day(2) });
        });
        var loop = workspace.Get<IEnumerable<IHostedService>>().OfType<BatchLoop>().Single();
        await loop.StartAsync(TestContext.Current.CancellationToken);
        while (Left() == 5_000)
            await Task.Delay(1, TestContext.Current.CancellationToken);

        await loop.DisposeAsync();

        Assert.True(loop.ExecuteTask!.IsCanceled, loop.ExecuteTask.Exception?.Message);
        Assert.InRange(Left(), 1, 4_999);

        long Left() => workspace.Count("SELECT COUNT(*) FROM batches");
    }
}
