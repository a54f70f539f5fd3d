using Coppice.Server.Http;
using Coppice.Server.Performance;
using Coppice.Server.Tests.Support;
using Coppice.Server.Workspaces;
using static Coppice.Server.Tests.Support.Workspace;

namespace Coppice.Server.Tests.Performance;

public sealed class AnswerListTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Rows_behind_a_number_are_found_by_label_score_and_time(string kind)
    {
        using var workspace = await MaturedAsync(kind, SomeModel.Purchase);
        var answers = workspace.Get<AnswerList>();
        var all = answers.Choose(workspace.ModelId, null, null, null);

        var first = answers.Read(all, null, 2);
        var rest = answers.Read(all, first.Next, 3);

        // d was asked last and its window is still open.
        Assert.Equal([("d", null), ("c", 0.0)], first.Answers.Select(a => (a.Customer, a.Label)));
        Assert.Equal([("b", 1.0), ("a", (double?)0.0)], rest.Answers.Select(a => (a.Customer, a.Label)));
        Assert.Null(rest.Next);
        Assert.Equal((Day(4), Day(36)), (rest.Answers[1].AnsweredAt, rest.Answers[1].MaturedAt));
        Assert.Equal(["b"], Customers(all.Where("positive", null, null)));
        Assert.Equal(["c", "a"], Customers(all.Where("negative", null, null)));
        Assert.Equal(["d"], Customers(all.Where("open", null, null)));
        Assert.Equal(["b", "a"], Customers(all.Where("matured", 0.5, null)));
        Assert.Equal(["c"], Customers(all.Where(null, 0.2, 0.5)));
        Assert.Equal(["d"], Customers(answers.Choose(workspace.ModelId, null, Day(5), null)));
        Assert.Throws<RequestException>(() => all.Where("maybe", null, null));
        Assert.Equal(RefusalKind.NotFound, Assert.Throws<RequestException>(() => answers.Choose(workspace.ModelId, "9.9", null, null)).Kind);

        string[] Customers(AnswerFilter filter) => [.. answers.Read(filter, null, 50).Answers.Select(a => a.Customer)];
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Scores_and_truth_are_counted_in_bins_whose_threshold_follows_from_costs(string kind)
    {
        var model = SomeModel.Purchase with { Costs = ActionCosts.OfContact(1, 4) };
        using var workspace = await MaturedAsync(kind, model);
        var answers = workspace.Get<AnswerList>();

        var scores = answers.Scores(model, null, answers.Choose(workspace.ModelId, null, null, null));

        Assert.Equal(100, scores.Bins!.Count);
        Assert.Equal((3L, 1L, 2L), (scores.Rows, scores.Bins.Sum(b => b.Positives), scores.Bins.Sum(b => b.Negatives)));
        Assert.Equal([(0.2, 0L, 1L), (0.6, 1L, 0L), (0.99, 0L, 1L)], scores.Bins.Where(b => b.MeanScore is not null).Select(b => (b.From, b.Positives, b.Negatives)));
        Assert.Equal(1, scores.Bins[99].MeanScore);
        Assert.Equal((0.25, 4.0), (scores.Threshold, scores.Costs!.FalseNegative));
        Assert.Null(scores.Deciles);
    }

    [Fact]
    public async Task Amounts_are_told_by_tenths()
    {
        using var workspace = await MaturedAsync("Sqlite", SomeModel.Worth);
        var answers = workspace.Get<AnswerList>();

        var scores = answers.Scores(SomeModel.Worth, null, answers.Choose(workspace.ModelId, null, null, null));

        Assert.Equal([(0.2, 0.0), (0.6, 30.0), (1.0, 0.0)], scores.Deciles!.Select(d => (d.Predicted, d.Actual)));
        Assert.Null(scores.Bins);
        Assert.Null(scores.Threshold);
    }

    [Fact]
    public async Task The_same_is_asked_for_over_http()
    {
        await using var server = await RunningServer.StartAsync();

        var page = await server.Client.GetAnswersAsync("purchase", from: Day(0), label: "positive", cancellationToken: TestContext.Current.CancellationToken);
        var scores = await server.Client.GetScoresAsync("purchase", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Empty(page.Answers);
        Assert.Equal((0L, 0.5), (scores.Rows, scores.Threshold));
    }

    /// <summary>a, b and c were asked on day 4, and only b bought; d was asked on day 30.</summary>
    private static async Task<Workspace> MaturedAsync(string kind, ModelDefinition model)
    {
        var workspace = new Workspace(Enum.Parse<DatabaseKind>(kind), model);
        foreach (var (customer, score) in new[] { ("a", 1.0), ("b", 0.6), ("c", 0.2) })
            SomePrediction.Record(workspace, customer, 4, score: score);
        SomePrediction.Record(workspace, "d", 30, score: 0.9);
        workspace.Record(Event("b", "purchase", 10, value: 30));
        workspace.StandAt(37);
        await workspace.SweepAsync();
        return workspace;
    }
}
