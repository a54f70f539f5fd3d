using Coppice.Server.Quality;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>Whether the inputs of a training set are those of the champion's, and as full.</summary>
internal static class InputChecks
{
    private const double WeightyShare = 0.2;
    private const double LeastMissing = 0.1;
    private const int MostNamed = 5;

    /// <summary>Rows an input should have had for its absence to mean something.</summary>
    private const int FewestExpected = 20;

    public static void Look(SetFigures now, ChampionSet before, TrainingPlan plan, FindingList findings)
    {
        var champion = before.Figures;
        LookAtGone(now, before, plan, findings);
        Name(QualityChecks.InputNew, "new", "Nothing is to be done if they were added on purpose.", [.. now.Inputs.Keys.Where(name => IsGiven(name) && !champion.Inputs.ContainsKey(name))], findings);
        var kept = now.Inputs.Where(input => champion.Inputs.ContainsKey(input.Key)).ToList();
        var stuck = kept.Where(input => input.Value is { Variety: InputVariety.Constant, Missing: 0 } && champion.Inputs[input.Key].Variety == InputVariety.Varies).Select(input => input.Key);
        Name(QualityChecks.ConstantInput, "the same in every row now and varied in what the champion learnt from", "See whether the source still writes them.", [.. stuck], findings);
        LookAtMissing(now.Rows, [.. kept.Where(input => input.Value.Missing < 1)], champion, findings);
    }

    private static void LookAtGone(SetFigures now, ChampionSet champion, TrainingPlan plan, FindingList findings)
    {
        var excluded = ModelColumns.Options(plan.Model).Excluded;
        var gone = champion.Figures.Inputs
            .Where(input => (1 - input.Value.Missing) * now.Rows >= FewestExpected && IsGiven(input.Key) && !excluded.Contains(input.Key) && (!now.Inputs.TryGetValue(input.Key, out var left) || left.Missing == 1))
            .Select(input => input.Key)
            // Where a whole group is gone, the definition file has left it out.
            .Where(name => now.Inputs.Any(input => GroupOf(input.Key) == GroupOf(name) && input.Value.Missing < 1))
            .ToHashSet();
        if (gone.Count == 0)
            return;
        double all = champion.Importance.Sum(input => input.MeanAbsoluteContribution);
        double weight = all == 0 ? 0 : champion.Importance.Where(input => gone.Contains(input.Feature)).Sum(input => input.MeanAbsoluteContribution) / all;
        string sentence = $"{Listed([.. gone.Order(StringComparer.Ordinal)])} {(gone.Count == 1 ? "is" : "are")} gone, which carried {weight:0 %} of what moves the champion's scores. Expected in the data as before; see whether the source still sends them.";
        if (weight >= WeightyShare)
            findings.Add(QualityChecks.InputGone, sentence);
        else
            findings.Warn(QualityChecks.InputGone, sentence);
    }

    private static void LookAtMissing(int rows, List<KeyValuePair<string, InputFigures>> kept, SetFigures champion, FindingList findings)
    {
        var emptier = kept.Where(input => IsEmptier(input.Value.Missing, rows, champion.Inputs[input.Key].Missing, champion.Rows))
            .OrderByDescending(input => input.Value.Missing - champion.Inputs[input.Key].Missing)
            .Select(input => $"{input.Key} ({champion.Inputs[input.Key].Missing:0 %} before, {input.Value.Missing:0 %} now)")
            .ToList();
        Name(QualityChecks.InputMissing, "missing in more rows than in what the champion learnt from", "See whether the source is complete.", emptier, findings);
    }

    private static bool IsEmptier(double now, int rows, double before, int rowsBefore)
    {
        double error = Math.Sqrt((now * (1 - now) / rows) + (before * (1 - before) / rowsBefore));
        return now - before > Math.Max(LeastMissing, 3 * error);
    }

    private static void Name(QualityCheck check, string what, string todo, List<string> inputs, FindingList findings)
    {
        if (inputs.Count > 0)
            findings.Add(check, $"{Listed(inputs)} {(inputs.Count == 1 ? "is" : "are")} {what}. {todo}");
    }

    private static string Listed(List<string> names) =>
        string.Join(", ", names.Take(MostNamed)) + (names.Count > MostNamed ? $" and {names.Count - MostNamed} more inputs" : "");

    // Which words of notes are inputs is chosen anew by every full retrain.
    private static bool IsGiven(string input) => GroupOf(input) != "notes";

    private static string GroupOf(string input) => input.IndexOf('.', StringComparison.Ordinal) is > 0 and var dot ? input[..dot] : "";
}
