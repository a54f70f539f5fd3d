using Coppice.Client;
using Coppice.Server.Customers;
using Coppice.Server.Predictions;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Overview;

public class CustomerViewTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_customer_shows_what_is_known_and_what_was_said_last()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        await workspace.ImportAsync("events", "customer,type,time\na,visit,2026-01-05\na,visit,2026-01-07\nb,visit,2026-01-06\n");
        await workspace.PredictAsync("churn", "customer,usage\na,1\n");
        var second = (await workspace.PredictAsync("churn", "customer,usage\na,9\n")).Answers!.Predictions[0];

        var customer = await workspace.Client.GetCustomerAsync("a", Cancellation);

        Assert.Equal(("a", 2L, 0L, 0L, 2L), (customer.Customer, customer.Events, customer.Notes, customer.Outcomes, customer.Predictions));
        Assert.Equal(new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero), customer.FirstSeen);
        Assert.Equal(new DateTimeOffset(2026, 1, 7, 0, 0, 0, TimeSpan.Zero), customer.LastSeen);
        var latest = Assert.Single(customer.Latest);
        Assert.Equal((second.PredictionId, "churn", "1.0", "champion", second.Score), (latest.PredictionId, latest.Model, latest.Version, latest.Arm, latest.Score));
        Assert.Equal(second.Reasons!.Select(r => (r.Input, r.Contribution)), latest.Reasons!.Take(second.Reasons!.Count).Select(r => (r.Input, r.Contribution)));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("Ann Smith + son")]
    [InlineData("客户?1#x")]
    [InlineData("..")]
    [InlineData("a&b=c;d")]
    [InlineData("100%")]
    public async Task Any_key_can_be_asked_for(string key)
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        await workspace.ImportAsync("events", $"customer,type,time\n{key},visit,2026-01-05\na,visit,2026-01-05\n");
        if (key == "..")
        {
            // No client sends it as it is: addresses lose such steps on the way.
            await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.GetCustomerAsync(key, Cancellation));
            return;
        }

        Assert.Equal(key, (await workspace.Client.GetCustomerAsync(key, Cancellation)).Customer);
        Assert.Empty((await workspace.Client.GetPredictionsAsync(key, cancellationToken: Cancellation)).Predictions);
    }

    [Fact]
    public async Task Predictions_are_paged_newest_first_without_gap_or_repetition()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        var answers = (await workspace.PredictAsync("churn", "customer,usage\n" + string.Concat(Enumerable.Range(0, 7).Select(i => $"a,{i}\n")))).Answers!.Predictions;

        var read = new List<string>();
        string? before = null;
        do
        {
            var page = await workspace.Client.GetPredictionsAsync("a", "churn", before, 3, Cancellation);
            read.AddRange(page.Predictions.Select(p => p.PredictionId));
            before = page.Next;
        }
        while (before is not null);

        Assert.Equal(answers.Select(a => a.PredictionId).Reverse(), read);
        Assert.Empty((await workspace.Client.GetPredictionsAsync("a", "purchase", cancellationToken: Cancellation)).Predictions);
    }

    [Fact]
    public async Task A_prediction_shows_the_inputs_the_model_saw_and_its_label_once_it_is_known()
    {
        await using var workspace = await ServedWorkspace.TrainedAsync();
        await workspace.PredictAsync("churn", "customer,usage,plan,prediction_id\na,1.5,gold,p/1\n");

        var open = await workspace.Client.GetPredictionAsync("p/1", Cancellation);

        Assert.Equal(("p/1", "a", "churn", "1.0"), (open.Prediction.PredictionId, open.Prediction.Customer, open.Prediction.Model, open.Prediction.Version));
        Assert.Equal(1.5, open.Inputs.GetProperty("usage").GetDouble());
        Assert.Equal("gold", open.Inputs.GetProperty("plan").GetString());
        Assert.Null(open.Label);
        Assert.Null(open.MaturesAt);
    }

    [Fact]
    public async Task Customers_are_listed_by_key_and_by_what_it_begins_with()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();
        await workspace.ImportAsync("events", "customer,type,time\n" + string.Concat(new[] { "b2", "a%1", "a_2", "B1", "a1", "é" }.Select(k => $"{k},visit,2026-01-05\n")));

        var all = await workspace.Client.GetCustomersAsync(cancellationToken: Cancellation);
        var first = await workspace.Client.GetCustomersAsync(limit: 2, cancellationToken: Cancellation);
        var rest = await workspace.Client.GetCustomersAsync(after: first.Next, cancellationToken: Cancellation);

        Assert.Equal(["B1", "a%1", "a1", "a_2", "b2", "é"], all.Customers.Select(c => c.Customer));
        Assert.Equal(all.Customers, first.Customers.Concat(rest.Customers));
        Assert.Null(rest.Next);
        Assert.Equal(["a%1", "a1", "a_2"], (await workspace.Client.GetCustomersAsync("a", cancellationToken: Cancellation)).Customers.Select(c => c.Customer));
        Assert.Equal(["a_2"], (await workspace.Client.GetCustomersAsync("a_", cancellationToken: Cancellation)).Customers.Select(c => c.Customer));
    }

    [Fact]
    public async Task What_is_not_there_is_refused_in_one_sentence_with_a_code()
    {
        await using var workspace = await ServedWorkspace.EmptyAsync();

        var customer = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.GetCustomerAsync("nobody", Cancellation));
        var prediction = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.GetPredictionAsync("none", Cancellation));
        var cursor = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.GetPredictionsAsync("a", before: "yesterday", cancellationToken: Cancellation));
        var limit = await Assert.ThrowsAsync<CoppiceException>(() => workspace.Client.GetCustomersAsync(limit: 0, cancellationToken: Cancellation));

        Assert.Equal((404, CustomerCodes.Unknown), (customer.Problem.Status, customer.Problem.Code));
        Assert.Equal((404, PredictionCodes.Unknown), (prediction.Problem.Status, prediction.Problem.Code));
        Assert.Equal(422, cursor.Problem.Status);
        Assert.Equal(422, limit.Problem.Status);
    }
}
