using System.Globalization;
using System.Text;
using Coppice.Server.Statistics;

namespace Coppice.Bench.Ingest;

/// <summary>A made-up log of a shop, the same every time, in the order of time as logs are.</summary>
internal static class EventFile
{
    public static byte[] Csv(int rows)
    {
        var text = new StringBuilder("customer,type,time,value,session,product\n");
        Write(rows, text, static (into, e) => into.Append(CultureInfo.InvariantCulture, $"{e.Customer},{e.Type},{e.Time},{e.Value},{e.Session},{e.Product}\n"));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    public static byte[] Ndjson(int rows)
    {
        var text = new StringBuilder();
        Write(rows, text, static (into, e) => into.Append(
            CultureInfo.InvariantCulture,
            $$"""{"customer":"{{e.Customer}}","type":"{{e.Type}}","time":"{{e.Time}}",{{(e.Value.Length > 0 ? $"\"value\":{e.Value}," : "")}}"session":"{{e.Session}}","product":"{{e.Product}}"}""").Append('\n'));
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static void Write(int rows, StringBuilder text, Action<StringBuilder, Row> append)
    {
        var random = new SplitMix64(7);
        var time = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        for (int i = 0; i < rows; i++)
        {
            bool bought = random.NextBelow(5) == 0;
            append(text, new Row(
                $"c{random.NextBelow(rows / 20):000000}",
                bought ? "purchase" : "visit",
                time.AddSeconds(25.0 * i).ToString("yyyy-MM-ddTHH:mm:ssZ"),
                bought ? (random.NextBelow(20_000) / 100.0).ToString("0.00", CultureInfo.InvariantCulture) : "",
                $"s{i / 3:0000000}",
                $"p{random.NextBelow(2000):0000}"));
        }
    }

    private readonly record struct Row(string Customer, string Type, string Time, string Value, string Session, string Product);
}
