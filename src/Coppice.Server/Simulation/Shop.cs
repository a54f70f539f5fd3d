namespace Coppice.Server.Simulation;

/// <summary>
/// A boutique's web shop, played day by day from a seed, whose truth is known. It starts with its history
/// (<see cref="ShopOptions.HistoryDays"/>) and closes after <see cref="ShopOptions.Days"/> more days. Not thread-safe.
/// </summary>
public sealed class Shop
{
    private readonly List<ShopCustomer> _customers = [];
    private readonly Dictionary<string, ShopCustomer> _byKey = [];
    private readonly List<string> _keys = [];
    private readonly Deliveries _deliveries = new();
    private readonly Calendar _calendar;
    private readonly Newcomers _newcomers;
    private readonly CustomerLife _life;

    /// <summary>Opens a shop at the start of its history.</summary>
    /// <exception cref="ArgumentException">The options have <see cref="ShopOptions.Problems"/>; the message lists all of them.</exception>
    public Shop(ShopOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        IReadOnlyList<string> problems = options.Problems();
        if (problems.Count > 0)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));

        Options = options;
        Offset = -options.HistoryDays;
        _calendar = new Calendar(options);
        _newcomers = new Newcomers(options);
        _life = new CustomerLife(options, _calendar, _deliveries);
        Truth = new Truth(this, _calendar);
        Open();
    }

    public ShopOptions Options { get; }

    /// <summary>The next day to be played; everything before it has happened.</summary>
    public DateOnly Today => Options.DateOf(Offset);

    /// <summary>Days from <see cref="ShopOptions.FirstDay"/> to <see cref="Today"/>; negative in the history.</summary>
    public int Offset { get; private set; }

    /// <summary>Whether every day has been played.</summary>
    public bool IsClosed => Offset >= Options.Days;

    /// <summary>Keys of all who are customers at the start of <see cref="Today"/>, in order of joining; those who left included.</summary>
    public IReadOnlyList<string> Customers => _keys;

    public Truth Truth { get; }

    /// <summary>Plays <see cref="Today"/> and returns what arrives on it.</summary>
    /// <exception cref="InvalidOperationException">The shop is closed.</exception>
    public ShopDay Advance()
    {
        if (IsClosed)
            throw new InvalidOperationException($"The shop has played all its {Options.Days} days; it closed before {Today:yyyy-MM-dd}.");

        foreach (ShopCustomer customer in _customers)
            _life.Play(customer, Offset);

        Prices prices = _calendar.PricesOn(Offset);
        for (int left = _newcomers.CountOn(Offset); left > 0; left--)
        {
            ShopCustomer newcomer = _newcomers.MakeNew(Midnight(Today), prices);
            _life.PlayFirst(newcomer, Offset);
            Join(newcomer);
        }

        ShopDay day = _deliveries.Take(Today);
        Offset++;
        return day;
    }

    /// <summary>Plays what is left of the history, so that <see cref="Today"/> is the first day.</summary>
    public IReadOnlyList<ShopDay> PlayHistory()
    {
        var days = new List<ShopDay>();
        while (Offset < 0)
            days.Add(Advance());
        return days;
    }

    internal ShopCustomer Find(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        return _byKey.TryGetValue(key, out ShopCustomer? customer)
            ? customer
            : throw new ArgumentException($"The shop has no customer \"{key}\" at the start of {Today:yyyy-MM-dd}.", nameof(key));
    }

    private void Open()
    {
        int newcomers = 0;
        for (int day = Offset; day < 0; day++)
            newcomers += _newcomers.CountOn(day);

        DateTimeOffset since = Midnight(Today);
        for (int left = Math.Max(0, Options.Customers - newcomers); left > 0; left--)
        {
            ShopCustomer customer = _newcomers.MakeFirst(since);
            Join(customer);
            _deliveries.Add(customer.Profile);
        }
    }

    private void Join(ShopCustomer customer)
    {
        _customers.Add(customer);
        _byKey.Add(customer.Key, customer);
        _keys.Add(customer.Key);
    }

    private static DateTimeOffset Midnight(DateOnly date) => new(date, TimeOnly.MinValue, TimeSpan.Zero);
}
