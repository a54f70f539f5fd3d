using Coppice.Server.Models;
using Coppice.Server.Storage;
using Coppice.Server.Tests.Support;
using Microsoft.Extensions.Logging;

namespace Coppice.Server.Tests.Models;

public sealed class GoldenRowsTests
{
    [Fact]
    public async Task A_version_keeps_rows_on_which_it_answers_as_the_library_did()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        var (golden, scorer) = Load(workspace);

        Assert.Equal(256, golden.Margins.Length);
        Assert.True(golden.Margins.Distinct().Count() > 10);
        Assert.Null(golden.Difference(scorer));
    }

    [Fact]
    public async Task One_bit_of_one_margin_is_a_difference_and_the_version_does_not_load()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        var (golden, scorer) = Load(workspace);
        float[] margins = [.. golden.Margins];
        margins[17] = MathF.BitIncrement(margins[17]);
        var changed = golden with { Margins = margins };
        Assert.Contains("golden row 17", changed.Difference(scorer));

        workspace.Database.Write(session =>
        {
            string hash = workspace.Get<ArtifactStore>().Save(session, changed.Save());
            session.Execute("UPDATE versions SET golden_hash = @hash", new { hash });
        });
        var failure = Assert.Throws<UnusableVersionException>(() => workspace.Database.Read(session =>
            new VersionLoader(workspace.Get<ArtifactStore>(), workspace.Get<CompanionStore>(), workspace.Get<ILogger<VersionLoader>>()).Load(session, workspace.Get<VersionStore>().Find(session, 1)!)));
        Assert.Contains("Version 1.0", failure.Message);
    }

    [Fact]
    public void Bytes_that_are_no_golden_rows_say_so()
    {
        Assert.Throws<InvalidDataException>(() => GoldenRows.Load([1, 2, 3]));
    }

    private static (GoldenRows Golden, Coppice.Forests.ForestScorer Scorer) Load(Workspace workspace) => workspace.Database.Read(session =>
    {
        var version = workspace.Get<VersionStore>().Find(session, 1)!;
        var golden = GoldenRows.Load(workspace.Get<ArtifactStore>().Load(session, version.GoldenHash!));
        return (golden, workspace.Get<VersionLoader>().Load(session, version).Scorer);
    });
}
