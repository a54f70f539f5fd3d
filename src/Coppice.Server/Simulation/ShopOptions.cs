namespace Coppice.Server.Simulation;

/// <summary>What shop to play. Offsets of days count from <see cref="FirstDay"/>.</summary>
public sealed record ShopOptions
{
    /// <summary>Same seed and options, same shop to the last byte. Default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>Known customers at the start of <see cref="FirstDay"/>, newcomers of the history included. Default 2,500.</summary>
    public int Customers { get; init; } = 2500;

    /// <summary>Mean of newcomers per day, before seasons; they begin with a visit. Default 4.</summary>
    public double NewCustomersPerDay { get; init; } = 4.0;

    /// <summary>The first day after the history. Default Monday 6 January 2025: the history then holds a Christmas.</summary>
    public DateOnly FirstDay { get; init; } = new(2025, 1, 6);

    /// <summary>Days played before <see cref="FirstDay"/> by the same process, for backfill. Default 180.</summary>
    public int HistoryDays { get; init; } = 180;

    /// <summary>Days played from <see cref="FirstDay"/> on. Default 365.</summary>
    public int Days { get; init; } = 365;

    /// <summary>First day of raised prices. Default 90: April, clear of sales and Christmas.</summary>
    public int ShockStart { get; init; } = 90;

    /// <summary>Days of raised prices; 0 is no shock. Default 70.</summary>
    public int ShockDays { get; init; } = 70;

    /// <summary>First day on which purchases and returns are no longer reported. Default 240.</summary>
    public int OutageStart { get; init; } = 240;

    /// <summary>Days without reports, after which all arrive with their true event times; 0 is no outage. Default 12.</summary>
    public int OutageDays { get; init; } = 12;

    /// <summary>The date that lies <paramref name="offset"/> days after <see cref="FirstDay"/>.</summary>
    public DateOnly DateOf(int offset) => FirstDay.AddDays(offset);

    public Prices PricesOn(DateOnly date) => IsWithin(date, ShockStart, ShockDays) ? Prices.Raised : Prices.Usual;

    public bool OutcomeFeedIsDownOn(DateOnly date) => IsWithin(date, OutageStart, OutageDays);

    /// <summary>Every reason why this shop cannot be played; empty when it can.</summary>
    public IReadOnlyList<string> Problems()
    {
        var problems = new List<string>();
        AtLeast(nameof(Customers), Customers, 1);
        AtLeast(nameof(NewCustomersPerDay), NewCustomersPerDay, 0);
        AtLeast(nameof(HistoryDays), HistoryDays, 0);
        AtLeast(nameof(Days), Days, 0);
        AtLeast(nameof(ShockDays), ShockDays, 0);
        AtLeast(nameof(OutageDays), OutageDays, 0);
        if (NewCustomersPerDay > 500)
            problems.Add($"{nameof(NewCustomersPerDay)} must be at most 500, but is {NewCustomersPerDay}.");
        if (NewCustomersPerDay * HistoryDays > 0.9 * Customers)
        {
            problems.Add(
                $"{nameof(Customers)} must be well above the newcomers of the history "
                + $"({NewCustomersPerDay} a day for {HistoryDays} days), but is {Customers}.");
        }

        return problems;

        void AtLeast(string name, double value, double minimum)
        {
            if (!(value >= minimum))
                problems.Add($"{name} must be at least {minimum}, but is {value}.");
        }
    }

    private bool IsWithin(DateOnly date, int start, int days)
    {
        int offset = date.DayNumber - FirstDay.DayNumber;
        return offset >= start && offset < start + days;
    }
}
