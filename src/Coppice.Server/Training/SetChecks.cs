using Coppice.Client;
using Coppice.Server.Labels;
using Coppice.Server.Quality;
using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Training;

/// <summary>Holds a training set against that of the champion, and its labels against each other.</summary>
public static class SetChecks
{
    private const int FewestRows = 200;
    private const int FewestOfMonth = 50;
    private const double StandardErrors = 4;
    private const double RelativeChange = 0.25;
    private const double MostConflicts = 0.05;
    private const double FewConflicts = 0.001;
    private const double MostRepeated = 0.05;
    private const double MostSynthetic = 0.5;
    private const double LateDays = 30;

    /// <summary>What is noticed about the set.</summary>
    /// <param name="now">The set.</param>
    /// <param name="plan">What it was made of.</param>
    /// <param name="champion">What the champion learnt from; null where there is none, or nobody looked.</param>
    /// <param name="settings">What findings do.</param>
    public static IReadOnlyList<QualityFinding> Look(SetFigures now, TrainingPlan plan, ChampionSet? champion, QualitySettings settings)
    {
        var findings = new FindingList(plan.Model.Name, check => settings.Of(QualitySettings.Training, check), []);
        LookAtLabels(now, plan, findings);
        if (champion is not null)
        {
            LookAtBaseRate(now, champion.Figures, plan.Model.Predicts, findings);
            LookAtAge(now, champion.Figures, findings);
            InputChecks.Look(now, champion, plan, findings);
        }

        return findings.All;
    }

    private static void LookAtLabels(SetFigures now, TrainingPlan plan, FindingList findings)
    {
        double conflicts = (double)now.Conflicting / now.Rows;
        if (conflicts > FewConflicts)
        {
            string sentence = $"{now.Conflicting:N0} of {now.Rows:N0} examples ({conflicts:0.0 %}) contradict another of the same customer and moment. Expected one label each; see which upload brought the second.";
            if (conflicts > MostConflicts)
                findings.Add(QualityChecks.Conflicts, sentence);
            else
                findings.Warn(QualityChecks.Conflicts, sentence);
        }

        if (now.Repeated - now.Conflicting > MostRepeated * now.Rows)
            findings.Add(QualityChecks.RepeatedExamples, $"{now.Repeated - now.Conflicting:N0} of {now.Rows:N0} examples say the same of the same customer and moment as another. They count twice; see which upload brought them.");
        if (now.SyntheticShare >= MostSynthetic)
            findings.Add(QualityChecks.Synthetic, $"{now.SyntheticShare:0 %} of {now.Rows:N0} examples were guessed by weak rules. What is learnt is mostly the rules until real labels come.");
        if (plan.Model.Predicts == PredictionKind.Probability)
            LookAtMonths(now, plan.Rows, findings);
    }

    // Months in which by chance not one label of the rarer kind would fall once in a million.
    private static void LookAtMonths(SetFigures now, IReadOnlyList<Label> rows, FindingList findings)
    {
        double rarer = Math.Min(now.Mean, 1 - now.Mean);
        var months = rows.GroupBy(row => MonthOf(row.AsOf)).Where(month => month.Count() >= FewestOfMonth).ToList();
        if (months.Count < 2)
            return;
        var odd = months.Where(month => month.All(row => row.Value == month.First().Value) && month.Count() * Math.Log(1 - rarer) < Math.Log(1e-6)).OrderBy(month => month.Key).ToList();
        if (odd.Count == 0)
            return;
        string named = string.Join(", ", odd.Take(3).Select(month => $"{month.Key:yyyy-MM} ({month.Count():N0} times {month.First().Value:0})"));
        findings.Add(QualityChecks.OneSided, $"all labels are the same in {named}{(odd.Count > 3 ? $" and {odd.Count - 3} more months" : "")}; {rarer:0.0 %} of all are otherwise. Did outcomes fail to arrive then?");
    }

    private static DateOnly MonthOf(long time)
    {
        var moment = UtcMicroseconds.ToTime(time);
        return new DateOnly(moment.Year, moment.Month, 1);
    }

    private static void LookAtBaseRate(SetFigures now, SetFigures champion, PredictionKind predicts, FindingList findings)
    {
        if (now.Rows < FewestRows || champion.Rows < FewestRows)
            return;
        if (predicts == PredictionKind.Amount)
        {
            if (champion.Mean > 0 && now.Mean > 0 && Math.Abs(Math.Log(now.Mean / champion.Mean)) > Math.Log(2))
                findings.Add(QualityChecks.BaseRate, $"the mean label is {now.Mean:G4}; in what the champion learnt from it was {champion.Mean:G4}. Is the amount still the same, and its unit?");
            return;
        }

        double pooled = ((now.Mean * now.Rows) + (champion.Mean * champion.Rows)) / (now.Rows + champion.Rows);
        double error = Math.Sqrt(pooled * (1 - pooled) * ((1.0 / now.Rows) + (1.0 / champion.Rows)));
        double change = Math.Abs(now.Mean - champion.Mean);
        if (change > StandardErrors * error && change > RelativeChange * Math.Min(champion.Mean, 1 - champion.Mean))
            findings.Add(QualityChecks.BaseRate, $"{now.Mean:0.0 %} of {now.Rows:N0} labels are 1; of what the champion learnt from {champion.Mean:0.0 %} were. Are outcomes complete, and is the target still the same?");
    }

    private static void LookAtAge(SetFigures now, SetFigures champion, FindingList findings)
    {
        if (now.AgeDays > (2 * Math.Max(0, champion.AgeDays)) + LateDays)
            findings.Add(QualityChecks.OldLabels, $"the newest label is {now.AgeDays:0} days old; for the champion it was {Math.Max(0, champion.AgeDays):0}. Do outcomes still arrive?");
    }
}
