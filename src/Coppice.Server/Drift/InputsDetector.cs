using System.Globalization;
using Coppice.Client;

namespace Coppice.Server.Drift;

/// <summary>
/// Inputs differ as a whole where a tenth of those that the model uses do, or any of the ten that it uses most (methods 4.4), and what they do to
/// scores is worth a word: an input that moves no score is told of and alarms nobody.
/// </summary>
public sealed class InputsDetector : IDriftDetector
{
    private const double MostShare = 0.1;
    private const int Leading = 10;

    /// <summary>Of what inputs usually move scores by, taken together as independent ones: where those that differ do less, nobody is answered differently.</summary>
    private const double LeastMove = 0.05;

    private const int Named = 3;

    public string View => DriftViews.Inputs;

    public DriftFinding Look(DriftEvidence evidence)
    {
        var used = evidence.Inputs.Any(i => i.Importance > 0) ? evidence.Inputs.Where(i => i.Importance > 0).ToList() : [.. evidence.Inputs];
        if (used.Count == 0)
            return DriftFinding.NotEnough(View, "the champion has no inputs to compare");
        var different = used.Where(i => i.Differs).OrderByDescending(i => Math.Abs(i.ScoreChange)).ThenByDescending(i => i.Effect / i.Bound).ToList();
        bool leads = used.OrderByDescending(i => i.Importance).Take(Leading).Any(i => i.Differs);
        double share = (double)different.Count / used.Count;
        double usual = Math.Sqrt(used.Sum(i => i.Importance * i.Importance));
        bool matters = usual == 0 || different.Sum(i => Math.Abs(i.ScoreChange)) >= LeastMove * usual || different.Any(i => i.NewCategories > MostShare);
        string sentence = different.Count == 0
            ? $"none of {used.Count:N0} inputs differs"
            : $"{different.Count:N0} of {used.Count:N0} inputs {(different.Count == 1 ? "differs" : "differ")}: {string.Join("; ", different.Take(Named).Select(Tell))}";
        return new DriftFinding(
            View,
            matters && (share >= MostShare || leads) ? DriftReading.Differs : DriftReading.Same,
            sentence,
            "share_of_inputs",
            share,
            MostShare,
            used.Min(i => i.PValue))
        {
            Reference = evidence.Reference.Source,
        };
    }

    private static string Tell(InputDrift input)
    {
        string moved = input.ScoreChange switch
        {
            > 0.005 => string.Create(CultureInfo.InvariantCulture, $", moves scores up by {input.ScoreChange:0.00}"),
            < -0.005 => string.Create(CultureInfo.InvariantCulture, $", moves scores down by {-input.ScoreChange:0.00}"),
            _ => ", hardly moves scores",
        };
        double gone = input.MissingNow - input.MissingBefore;
        string how = input.Effect < input.Bound && Math.Abs(gone) >= Profiles.ColumnVariation.LeastMissing
            ? string.Create(CultureInfo.InvariantCulture, $"missing in {input.MissingNow:P0} of rows, before {input.MissingBefore:P0}")
            : input is { MeanBefore: { } before, MeanNow: { } now }
                ? string.Create(CultureInfo.InvariantCulture, $"mean {before:0.##}, now {now:0.##}")
                : input.NewCategories > 0.01 ? string.Create(CultureInfo.InvariantCulture, $"new values in {input.NewCategories:P0} of rows") : "other values";
        return $"{input.Words} ({how}{moved})";
    }
}
