using Coppice.Server.Models;
using Coppice.Server.Tests.Support;
using Coppice.Server.Training;

namespace Coppice.Server.Tests.Triggers;

public sealed class ReservedCustomersTests
{
    [Fact]
    public async Task A_run_leaves_reserved_customers_unlearnt_and_judges_by_their_past()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(9_700, firstDay: -40, days: 25, seed: 3));
        workspace.StandAt(20);
        await workspace.ImportLabelsAsync(TrainedWorkspace.Rows(400, firstDay: 11, days: 8, seed: 2));

        var result = TrainedWorkspace.Result(await workspace.RetrainAsync());

        Lineage champion = LineageOf(workspace, 1);
        Lineage challenger = LineageOf(workspace, 2);
        var reserved = workspace.Labels().Where(label => ReservedCustomers.Contains(label.CustomerId, 0.05)).ToList();
        // The first version was made while labels were few, and learnt from everybody.
        Assert.Contains(reserved, label => champion.Contains(label.Id));
        Assert.True(challenger.Count > 9_000);
        Assert.DoesNotContain(reserved, label => challenger.Contains(label.Id));
        var era = Assert.Single(result.Eras);
        Assert.Equal(("2025 Q4", true), (era.Era, era.Counts));
        Assert.Equal(reserved.Count(label => label.AsOf < Workspace.At(0)), era.Rows);
        Assert.Equal(["plan = basic", "plan = gold"], era.Segments.Select(segment => segment.Segment).Order());
        Assert.Equal(era.Rows, era.Segments.Sum(segment => segment.Rows));
        Assert.Equal("passed", result.Verdicts.Single(verdict => verdict.Gate == "past_eras").Outcome);
        Assert.True(result.Footprint is { SizeBytes: > 0, Milliseconds: > 0, Champion: { SizeBytes: > 0, Milliseconds: > 0, Champion: null } });
        Assert.Equal(result.Shock!.Customers, result.Shock.DecileMoves.Sum(row => row.Sum()));
        // What is kept names nobody, and no value by which somebody could be found.
        Assert.Empty(result.Shock.Movers);
        Assert.Equal(result.Shock.LargestMoves.Select(move => Math.Abs(move.After - move.Before)).OrderDescending(), result.Shock.LargestMoves.Select(move => Math.Abs(move.After - move.Before)));
        Assert.NotEmpty(result.Shock.LargestMoves.SelectMany(move => move.Reasons));
        Assert.DoesNotContain(result.Shock.LargestMoves.SelectMany(move => move.Reasons), reason => reason.Words.Contains(':', StringComparison.Ordinal));
        Assert.Equal(400, result.Shock!.Customers);
    }

    private static Lineage LineageOf(Workspace workspace, int major) => workspace.Database.Read(session =>
        workspace.Get<VersionLoader>().LoadLineage(session, workspace.Get<VersionStore>().Find(session, workspace.ModelId, new VersionNumber(major, 0))!));
}
