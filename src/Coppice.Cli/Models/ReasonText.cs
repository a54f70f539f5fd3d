using Coppice.Cli.Terminal;
using Coppice.Client;

namespace Coppice.Cli.Models;

/// <summary>Reasons of a score in one line.</summary>
internal static class ReasonText
{
    public const string Units = "Reasons: + raises a score, - lowers it; in log-odds for a probability, in logarithms for an amount.";

    /// <summary>Weaker reasons would read as nothing.</summary>
    private const double Weakest = 0.005;

    /// <summary>Such as <c>days since last purchase: 3 +0.40; profile country = FR -0.05</c>.</summary>
    public static string Of(IEnumerable<PredictionReason> reasons) => string.Join(
        "; ",
        reasons.Where(r => Math.Abs(r.Contribution) >= Weakest).Select(r => $"{Words(r)} {Figures.WithSign(r.Contribution)}"));

    /// <summary>The input and its value, and what the notes say: <c>notes: "gift" “Cherche cadeau anniversaire”</c>.</summary>
    public static string Words(PredictionReason reason) => reason.Quote is { } quote ? $"{reason.Words} “{quote}”" : reason.Words;
}
