using System.Text;
using System.Text.Json;
using Coppice.Server.Predictions;
using Coppice.Server.Serving;
using Coppice.Server.Serving.Questions;
using Coppice.Server.Statistics;
using Coppice.Server.Tests.Support;

namespace Coppice.Server.Tests.Serving.Questions;

/// <summary>Whatever the fast reader reads, the strict one reads the same way, bit for bit; what the strict one refuses, the fast one never takes.</summary>
public sealed class FastReaderTests
{
    private const long Now = 1_770_000_000_000_000;

    [Theory]
    [InlineData("""{"customer":"a","features":{"usage":1.5,"plan":"gold"}}""")]
    [InlineData("""{ "customer" : "a" , "features" : { "usage" : -0.25 , "plan" : "basic" } , "prediction_id" : "p-1" }""")]
    [InlineData("""{"features":{"usage":0},"customer":"a"}""")]
    [InlineData("""{"customer":"a","features":{"plan":null}}""")]
    [InlineData("""{"customer":"a","features":{"plan":true,"usage":false}}""")]
    [InlineData("""{"customer":"a","features":{}}""")]
    [InlineData("""{"customer":"a"}""")]
    public async Task What_most_callers_send_is_read_without_the_strict_reader(string body)
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        var champion = Champion(workspace);
        Strict(champion, """{"customer":"a","features":{"usage":1,"plan":"gold"}}""");
        Strict(champion, body);

        var fast = Fast(champion, body);

        Assert.NotNull(fast);
        Assert.Equal(Strict(champion, body), fast);
    }

    [Theory]
    [InlineData("""{"customer":"a","customer":"b"}""")]
    [InlineData("""{"customer":"a","features":{"usage":1,"usage":2}}""")]
    [InlineData("""{"customer":""}""")]
    [InlineData("""{"features":{"usage":1}}""")]
    [InlineData("""{"customer":"a","features":{"usage":01}}""")]
    [InlineData("""{"customer":"a","features":{"usage":1.}}""")]
    [InlineData("""{"customer":"a","features":{"usage":.5}}""")]
    [InlineData("""{"customer":"a","features":{"usage":+1}}""")]
    [InlineData("""{"customer":"a","features":{"usage":1e999}}""")]
    [InlineData("""{"customer":"a","features":{"usage":[1]}}""")]
    [InlineData("""{"customer":"a","features":{"usage":1,}}""")]
    [InlineData("""{"customer":"a","features":{"usage":1}}x""")]
    [InlineData("""{"customer":"a","features":{"usage":1}""")]
    [InlineData("""{"customer":"a","featurs":{}}""")]
    [InlineData("""{"customer":"a" "features":{}}""")]
    [InlineData("""{"customer":{"a":1}}""")]
    [InlineData("""{"customer":"a","features":{"plan":"\ud800"}}""")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task What_is_wrong_is_refused_and_never_taken_by_the_fast_reader(string body)
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        var champion = Champion(workspace);
        Strict(champion, """{"customer":"a","features":{"usage":1,"plan":"gold"}}""");

        Assert.Null(Fast(champion, body));
        Assert.ThrowsAny<Exception>(() => Strict(champion, body));
    }

    [Fact]
    public async Task Both_readers_agree_on_fifty_thousand_bodies_of_chance()
    {
        using var workspace = await TrainedWorkspace.WithChampionAsync();
        var champion = Champion(workspace);
        var random = new SplitMix64(20_260_101);
        int taken = 0;
        for (int i = 0; i < 20_000; i++)
        {
            string body = RandomBody.Make(random);
            string? fast = Fast(champion, body);
            string? strict;
            try
            {
                strict = Strict(champion, body);
            }
            catch (Exception e) when (e is JsonException or ServingException or InvalidOperationException)
            {
                strict = null;
            }

            if (fast is null)
                continue;
            taken++;
            Assert.True(fast == strict, $"The readers disagree on {body}: {fast} against {strict}.");
        }

        Assert.True(taken > 5_000, $"Only {taken} bodies were read fast; that tests nothing.");
    }

    private static ChampionSnapshot Champion(Workspace workspace) => workspace.Get<ChampionBoard>().Require(workspace.Model.Name);

    private static string? Fast(ChampionSnapshot champion, string body)
    {
        var entry = new PredictionEntry();
        float[] row = EmptyRow(champion);
        return FastReader.TryRead(Encoding.UTF8.GetBytes(body), champion, Now, entry, row) ? Describe(entry, row) : null;
    }

    private static string Strict(ChampionSnapshot champion, string body)
    {
        var entry = new PredictionEntry();
        float[] row = EmptyRow(champion);
        byte[] bytes = Encoding.UTF8.GetBytes(body);
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        int? explain = new StrictReader(champion, Now).Read(ref reader, bytes, entry, row, "The question");
        if (reader.Read())
            throw new JsonException("more");
        Assert.Null(explain);
        return Describe(entry, row);
    }

    private static float[] EmptyRow(ChampionSnapshot champion)
    {
        float[] row = new float[champion.Rows.Width];
        Array.Fill(row, float.NaN);
        return row;
    }

    // What is recorded may be laid out in another way, but says the same to the letter.
    private static string Inputs(PredictionEntry entry)
    {
        if (entry.Inputs.IsEmpty)
            return "";
        using var inputs = JsonDocument.Parse(entry.InputsAsObject());
        return string.Join(',', inputs.RootElement.EnumerateObject().Select(p => $"{p.Name}:{p.Value.GetRawText()}"));
    }

    private static string Describe(PredictionEntry entry, float[] row) => string.Join(
        '|',
        Encoding.UTF8.GetString(entry.Customer),
        Encoding.UTF8.GetString(entry.PredictionId),
        Inputs(entry),
        string.Join(',', row.Select(f => BitConverter.SingleToInt32Bits(f).ToString("x8"))));
}
