namespace Coppice.Server.Workspaces;

/// <summary>What acting and waiting cost about one customer, in any one currency; what is below zero is a gain (methods 7.3).</summary>
/// <param name="TruePositive">Acting on one with label 1.</param>
/// <param name="FalsePositive">Acting on one with label 0.</param>
/// <param name="FalseNegative">Waiting with one with label 1.</param>
/// <param name="TrueNegative">Waiting with one with label 0.</param>
public sealed record ActionCosts(double TruePositive, double FalsePositive, double FalseNegative, double TrueNegative)
{
    /// <summary>What one retrain costs, with everything that hangs on it; null where nobody says.</summary>
    public double? Retrain { get; init; }

    public const string Act = "act";

    public const string Wait = "wait";

    /// <summary>Acting is a contact, whoever it reaches; waiting costs something where it misses somebody.</summary>
    public static ActionCosts OfContact(double contact, double missed) => new(contact, contact, missed, 0);

    /// <summary>Acting pays from this probability on; between 0 and 1 where <see cref="Problem"/> is null.</summary>
    public double Threshold => (FalsePositive - TrueNegative) / (FalsePositive - TrueNegative + (FalseNegative - TruePositive));

    /// <summary>Why no threshold follows; null where one does.</summary>
    public string? Problem =>
        FalsePositive <= TrueNegative ? $"acting costs no more than waiting where nothing would come of it ({FalsePositive} against {TrueNegative}), so acting on everybody always pays and no score decides"
        : FalseNegative <= TruePositive ? $"waiting costs no more than acting where something would come of it ({FalseNegative} against {TruePositive}), so acting never pays and no score decides"
        : null;

    /// <summary><see cref="Act"/> or <see cref="Wait"/>.</summary>
    public string Decide(double probability) => probability >= Threshold ? Act : Wait;

    /// <summary>What acting by a probability saves against waiting with everybody.</summary>
    public double Saved(double label, double probability) =>
        probability < Threshold ? 0 : Gained(label);

    /// <summary>What acting saves against waiting.</summary>
    public double Gained(double label) => label > 0 ? FalseNegative - TruePositive : TrueNegative - FalsePositive;
}
