using System.Globalization;
using Coppice.Server.Labels;
using Coppice.Server.Statistics;

namespace Coppice.Server.Training;

/// <summary>
/// Customers nobody learns from, chosen by a digest of their number (methods 6.3): what a version has seen cannot say what it has forgotten. While
/// labels are few every one is learnt from.
/// </summary>
public static class ReservedCustomers
{
    /// <summary>Matured labels from which on customers are reserved: a twentieth of fewer would be too few to judge by.</summary>
    public const int FewestLabels = 10_000;

    private const string Salt = "holdout-v1";

    public static bool Contains(long customer, double share) =>
        HashBucket.Of(Salt, customer.ToString(CultureInfo.InvariantCulture)) < share * HashBucket.Count;

    /// <summary>Whether a model has labels enough to spare some.</summary>
    public static bool AreKept(IReadOnlyList<Label> matured, double share) =>
        share > 0 && matured.Count >= FewestLabels && matured.Count(label => label.Source != LabelSource.Synthetic) >= FewestLabels;

    /// <summary>Rows to learn from without those of reserved customers.</summary>
    public static IReadOnlyList<Label> Without(IReadOnlyList<Label> training, IReadOnlyList<Label> matured, double share) =>
        AreKept(matured, share) ? Where(training, share, isReserved: false) : training;

    /// <summary>Rows of reserved customers.</summary>
    public static IReadOnlyList<Label> Of(IReadOnlyList<Label> labels, double share) => Where(labels, share, isReserved: true);

    private static List<Label> Where(IReadOnlyList<Label> labels, double share, bool isReserved)
    {
        var known = new Dictionary<long, bool>();
        var chosen = new List<Label>();
        foreach (var label in labels)
        {
            if (!known.TryGetValue(label.CustomerId, out bool reserved))
                known.Add(label.CustomerId, reserved = Contains(label.CustomerId, share));
            if (reserved == isReserved)
                chosen.Add(label);
        }

        return chosen;
    }
}
