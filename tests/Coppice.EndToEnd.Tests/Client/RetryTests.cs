using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Coppice.Client;

namespace Coppice.EndToEnd.Tests.Client;

public sealed class RetryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_asked_again_after_what_a_busy_server_says_and_never_waits_longer_than_allowed()
    {
        var server = new Scripted(Busy(HttpStatusCode.TooManyRequests, 0), Busy(HttpStatusCode.ServiceUnavailable, 3600), Answer());
        CoppiceClient client = server.Client(new CoppiceClientOptions { LongestWait = TimeSpan.FromMilliseconds(50) });

        CustomerPage page = await client.GetCustomersAsync(cancellationToken: Cancellation);

        Assert.Empty(page.Customers);
        Assert.Equal(3, server.Asked);
    }

    [Fact]
    public async Task After_the_last_try_the_refusal_is_the_callers()
    {
        var server = new Scripted(Busy(HttpStatusCode.TooManyRequests, 0), Busy(HttpStatusCode.TooManyRequests, 0), Answer());
        CoppiceClient client = server.Client(new CoppiceClientOptions { MostRetries = 1 });

        CoppiceException refused = await Assert.ThrowsAsync<CoppiceException>(() => client.GetCustomersAsync(cancellationToken: Cancellation));

        Assert.Equal((429, 2), (refused.Problem.Status, server.Asked));
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task What_may_have_been_done_already_is_not_sent_twice(HttpStatusCode status)
    {
        var server = new Scripted(Busy(status, 0), Answer());
        CoppiceClient client = server.Client(new CoppiceClientOptions());

        await Assert.ThrowsAsync<CoppiceException>(() => client.PredictAsync("purchase", new PredictionQuestion("c"), cancellationToken: Cancellation));

        Assert.Equal(1, server.Asked);
    }

    [Fact]
    public async Task Whoever_waits_can_stop_waiting()
    {
        var server = new Scripted(Busy(HttpStatusCode.TooManyRequests, 5), Answer());
        CoppiceClient client = server.Client(new CoppiceClientOptions());
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.GetCustomersAsync(cancellationToken: stop.Token));

        Assert.Equal(1, server.Asked);
    }

    [Fact]
    public async Task What_was_not_given_is_not_sent_but_a_feature_that_is_missing_is()
    {
        var server = new Scripted(Answer());
        CoppiceClient client = server.Client(new CoppiceClientOptions());

        var question = new PredictionQuestion("c", new Dictionary<string, object?> { ["usage"] = 1.5, ["gone"] = null });
        await client.PredictAsync("purchase", question, PredictionDurability.Async, Cancellation);

        Assert.Equal("""{"customer":"c","features":{"usage":1.5,"gone":null}}""", server.Body);
        Assert.Equal("/v1/models/purchase/predict?durability=async", server.Path);
    }

    private static HttpResponseMessage Busy(HttpStatusCode status, int seconds) => new(status)
    {
        Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(seconds)) },
    };

    private static HttpResponseMessage Answer() =>
        new(HttpStatusCode.OK) { Content = new StringContent("""{"customers":[],"next":null}""", Encoding.UTF8, "application/json") };

    /// <summary>Answers in turn.</summary>
    private sealed class Scripted(params HttpResponseMessage[] answers) : HttpMessageHandler
    {
        public int Asked { get; private set; }

        public string? Body { get; private set; }

        public string? Path { get; private set; }

        public CoppiceClient Client(CoppiceClientOptions options) => new(new HttpClient(this) { BaseAddress = new Uri("http://server") }, options);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
            Path = request.RequestUri!.PathAndQuery;
            return answers[Asked++];
        }
    }
}
