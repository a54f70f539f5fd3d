namespace Coppice.Server.Workspaces;

/// <summary>How a version that passed the gates takes over from the champion: customer by customer instead of at once.</summary>
public sealed record RampOptions
{
    /// <summary>One hundredth of a per cent of the customers.</summary>
    public const int Everybody = 10_000;

    /// <summary>Shares of the customers it answers before it answers all, ascending, in hundredths of a per cent. Default 1, 5, 20 and 50 %.</summary>
    public IReadOnlyList<int> Shares { get; init; } = [100, 500, 2_000, 5_000];

    /// <summary>How long a step lasts at least. Default a day: days differ by their hours.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromDays(1);

    /// <summary>Customers who are answered, by either version, before a step ends; one that sees fewer ends after seven times its length. Default 1,000.</summary>
    public int Customers { get; init; } = 1_000;

    public bool Equals(RampOptions? other) =>
        other is not null && Shares.SequenceEqual(other.Shares) && Every == other.Every && Customers == other.Customers;

    public override int GetHashCode() => HashCode.Combine(Shares.Count, Every, Customers);
}
