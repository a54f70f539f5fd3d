using System.Globalization;
using System.Text;
using Coppice.Server.Statistics;

namespace Coppice.EndToEnd.Tests.Support;

/// <summary>Files as customers of Coppice have them, made from a seed: there is something to learn in each, and noise.</summary>
internal static class SomeFiles
{
    public static readonly DateTime FirstDay = new(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>A labelled table: <c>id,age,plan,visits,Churn</c>.</summary>
    public static string Table(int rows, ulong seed = 1)
    {
        var random = new SplitMix64(seed);
        var text = new StringBuilder("id,age,plan,visits,Churn\n");
        string[] plans = ["basic", "plus", "pro"];
        for (int row = 0; row < rows; row++)
        {
            long age = 18 + random.NextBelow(60);
            string plan = plans[random.NextBelow(3)];
            double visits = random.NextDouble() * 20;
            double margin = (plan == "basic" ? 1 : -2) + ((10 - visits) / 4);
            string churned = random.NextDouble() < 1 / (1 + Math.Exp(-margin)) ? "Yes" : "No";
            text.Append(CultureInfo.InvariantCulture, $"c{row},{age},{plan},{visits:F2},{churned}\n");
        }

        return text.ToString();
    }

    /// <summary>A year of visits and purchases, <c>customer_id,type,time,value</c>: customers differ in how often, and some stop.</summary>
    public static string PurchaseLog(int customers, int days = 366, ulong seed = 2)
    {
        var random = new SplitMix64(seed);
        double[] rates = [0.003, 0.01, 0.05, 0.15];
        var rows = new List<(DateTime Time, string Row)>();
        for (int customer = 0; customer < customers; customer++)
        {
            double rate = rates[random.NextBelow(rates.Length)];
            for (int day = 0; day < days; day++)
            {
                if (random.NextDouble() < 0.004)
                    rate *= 0.1;
                if (random.NextDouble() < rate)
                    rows.Add(Row(customer, "purchase", day, (5 + (random.NextDouble() * 60)).ToString("F2", CultureInfo.InvariantCulture)));
                if (random.NextDouble() < rate * 2)
                    rows.Add(Row(customer, "visit", day, ""));
            }
        }

        return string.Concat(rows.OrderBy(r => r.Time).Select(r => r.Row).Prepend("customer_id,type,time,value\n"));

        (DateTime Time, string Row) Row(int customer, string type, int day, string value)
        {
            DateTime time = FirstDay.AddDays(day).AddSeconds(random.NextBelow(86_400));
            return (time, $"k{customer},{type},{time:yyyy-MM-ddTHH:mm:ssZ},{value}\n");
        }
    }
}
