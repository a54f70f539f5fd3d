using Coppice.Server.Audit;
using Coppice.Server.Customers.Ingest;
using Coppice.Server.Files;
using Coppice.Server.Labels;
using Coppice.Server.Predictions;
using Coppice.Server.Serving;
using Coppice.Server.Serving.Batches;
using Coppice.Server.Serving.Refinements;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Tests.Serving.Refinements;

/// <summary>Step by step, without the loops.</summary>
public sealed class RefineBatchTests
{
    private const string Table = "customer,usage,plan,prediction_id\na,1,basic,pa\nb,5.5,gold,pb\nc,,basic,pc\n";

    [Theory]
    [InlineData(nameof(DatabaseKind.Sqlite))]
    [InlineData(nameof(DatabaseKind.Postgres))]
    public async Task The_version_a_batch_was_given_to_replaces_the_scores_whoever_is_champion_by_then(string kind)
    {
        using var workspace = await WithCompanionAsync(Enum.Parse<DatabaseKind>(kind));
        double[] quick = Scores(workspace, workspace.Get<ScoringVersions>().Champion("left").Quickest);
        double[] final = Scores(workspace, workspace.Get<ScoringVersions>().Champion("left"));
        workspace.StandAt(10.5);
        var batch = await AnswerAsync(workspace);

        Assert.Equal((BatchStates.Refining, 3L, 0L), (batch.State, batch.QuickAnswers, batch.Refined));
        Assert.Equal(quick.Select(s => (Arms.Quick, s, (double?)s, (long?)null)), Answers(workspace).Select(a => (a.Arm, a.Score, a.Quick, a.RefinedAt)));

        workspace.AddCopy(2, slope: -1);
        await workspace.PromoteAsync("2.0", "ranks the wrong way round");
        workspace.StandAt(11);
        var ended = await RefineAsync(workspace, batch.Id);

        Assert.Equal((BatchStates.Done, 3L, 3L), (ended.State, ended.QuickAnswers, ended.Refined));
        Assert.Equal(
            final.Zip(quick).Select(s => (Arms.Champion, s.First, (double?)s.Second, Workspace.At(10.5), (long?)Workspace.At(11))),
            Answers(workspace).Select(a => (a.Arm, a.Score, a.Quick, a.AsOf, a.RefinedAt)));
        Assert.NotEqual(final, quick);
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM unrefined"));
        Assert.Null(workspace.Database.Read(workspace.Get<AuditStore>().FindBreak));
    }

    [Fact]
    public async Task Rows_that_are_one_question_are_refined_once()
    {
        using var workspace = await WithCompanionAsync();
        var batch = await AnswerAsync(workspace, "customer,usage,plan,prediction_id\na,1,basic,pa\nb,2,gold,pb\na,7,gold,pa\n");

        var ended = await RefineAsync(workspace, batch.Id);
        var answers = workspace.Get<CurrentAnswers>().Now(ended).Select(r => r.Answers[0]!).ToList();

        Assert.Equal((2L, 2L), (ended.QuickAnswers, ended.Refined));
        Assert.All(answers, a => Assert.True(a is { Arm: Arms.Champion, RefinedAt: not null }));
        Assert.Equal((answers[0].Score, answers[0].QuickScore), (answers[2].Score, answers[2].QuickScore));
    }

    [Fact]
    public async Task A_customer_who_is_gone_is_passed_over()
    {
        using var workspace = await WithCompanionAsync();
        var batch = await AnswerAsync(workspace);
        workspace.Database.Write(session => session.Execute("DELETE FROM predictions WHERE prediction_id = 'pb'"));

        var ended = await RefineAsync(workspace, batch.Id);
        var rows = workspace.Get<CurrentAnswers>().Now(ended).ToList();

        Assert.Equal((BatchStates.Done, 3L, 2L), (ended.State, ended.QuickAnswers, ended.Refined));
        Assert.Equal([Arms.Champion, null, Arms.Champion], rows.Select(r => r.Answers[0]?.Arm));
    }

    [Fact]
    public async Task A_label_that_was_there_before_stays_that_of_the_refined_answer()
    {
        using var workspace = await WithCompanionAsync();
        var batch = await AnswerAsync(workspace);
        await workspace.ImportOutcomesAsync("customer,date,prediction_id,left\na,2026-01-11,pa,Yes\n");
        await workspace.SweepAsync();
        var before = Assert.Single(workspace.Labels(), l => l.Source == LabelSource.Logged);

        await RefineAsync(workspace, batch.Id);
        await workspace.SweepAsync();

        Assert.Equal(before, Assert.Single(workspace.Labels(), l => l.Source == LabelSource.Logged));
        Assert.Equal((before.SourceId, Arms.Champion), (Answers(workspace)[0].Id, Answers(workspace)[0].Arm));
    }

    [Fact]
    public async Task Cancelled_it_lets_what_companions_said_stand()
    {
        using var workspace = await WithCompanionAsync();
        var batch = await AnswerAsync(workspace);
        await workspace.Get<BatchBoard>().Find(batch.Id)!.Cancellation.CancelAsync();

        var ended = await RefineAsync(workspace, batch.Id);

        Assert.Equal((BatchStates.Cancelled, "Cancelled; 0 of 3 quick answers were refined, the others stand."), (ended.State, ended.Error));
        Assert.All(Answers(workspace), a => Assert.Equal(Arms.Quick, a.Arm));
        Assert.Equal(3, workspace.Get<CurrentAnswers>().Now(ended).Count());
        Assert.Equal(0, workspace.Count("SELECT COUNT(*) FROM unrefined"));
    }

    [Fact]
    public async Task A_version_that_was_pruned_meanwhile_leaves_the_quick_answers_and_says_so()
    {
        using var workspace = await WithCompanionAsync();
        var batch = await AnswerAsync(workspace);
        workspace.Database.Write(session => session.Execute("UPDATE versions SET pruned_at = @at", new { at = Workspace.Day(11) }));

        var ended = await RefineAsync(workspace, batch.Id);

        Assert.Equal(BatchStates.Failed, ended.State);
        Assert.StartsWith("Version 1.0 was pruned on 2026-01-12", ended.Error, StringComparison.Ordinal);
        Assert.EndsWith("; 0 of 3 quick answers were refined, the others stand.", ended.Error, StringComparison.Ordinal);
    }

    private static Task<Workspace> WithCompanionAsync(DatabaseKind? kind = null) => TrainedWorkspace.WithChampionAsync(TrainedWorkspace.Empty(
        SomeModel.Left with { Recipe = Recipe.Elite, Quick = Recipe.Fast with { Name = "swift", Additive = null } },
        kind));

    private static async Task<Batch> AnswerAsync(Workspace workspace, string table = Table)
    {
        string path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, table, TestContext.Current.CancellationToken);
        var file = new UploadedFile(path, "new.csv", null, "ann");
        var versions = workspace.Get<ScoringVersions>().Champions(null);
        return await workspace.Get<StartBatch>().AnswerNowAsync(file, QuestionFile.Open(file, [workspace.Model], workspace.Get<NoteIntakes>()), versions, 0);
    }

    private static async Task<Batch> RefineAsync(Workspace workspace, long id)
    {
        await workspace.Get<RefineBatch>().RunAsync(id, TestContext.Current.CancellationToken);
        return workspace.Database.Read(session => workspace.Get<BatchStore>().Find(session, id))!;
    }

    private static double[] Scores(Workspace workspace, ScoringVersion version) => workspace.Get<AnswerRows>().Score(
        [
            new PredictionRequest("a", Inputs: """{"usage":1,"plan":"basic"}"""),
            new PredictionRequest("b", Inputs: """{"usage":5.5,"plan":"gold"}"""),
            new PredictionRequest("c", Inputs: """{"plan":"basic"}"""),
        ],
        [version]).Versions[0].Scores;

    private static List<RecordedAnswer> Answers(Workspace workspace) => workspace.Database.Read(session =>
        workspace.Get<PredictionHistoryStore>().FindMany(session, ["pa", "pb", "pc"]).OrderBy(a => a.Id).ToList());
}
