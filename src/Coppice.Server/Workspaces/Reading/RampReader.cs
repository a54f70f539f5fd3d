using System.Globalization;

namespace Coppice.Server.Workspaces.Reading;

/// <summary>Reads how a version takes over: <c>{ shares: [1, 5, 20, 50], every: 1d, customers: 1000 }</c>.</summary>
internal static class RampReader
{
    private const string Expected = "ascending shares of the customers in per cent, above 0 and below 100, such as [1, 5, 20, 50]";
    private const int MostSteps = 100;

    public static RampOptions Read(Section section, RampOptions fallback) => fallback with
    {
        Shares = Shares(section) ?? fallback.Shares,
        Every = section.Duration("every", fallback.Every, TimeSpan.FromHours(1)) ?? fallback.Every,
        Customers = section.Integer("customers", fallback.Customers, 1, 100_000_000),
    };

    private static int[]? Shares(Section section)
    {
        if (section.Find("shares") is not { } given)
            return null;
        int[] shares = [.. section.Texts("shares").Select(Share)];
        if (shares.Length is > 0 and <= MostSteps && shares.All(share => share is > 0 and < RampOptions.Everybody) && shares.Zip(shares.Skip(1)).All(pair => pair.First < pair.Second))
            return shares;
        section.Mismatch("shares", Expected, given);
        return null;
    }

    private static int Share(string text) =>
        double.TryParse(text.TrimEnd('%', ' '), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double percent) && percent < 100
            ? (int)Math.Round(percent * 100)
            : 0;
}
