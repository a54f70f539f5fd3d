namespace Coppice.Server.Workspaces.Reading;

/// <summary>Reads what acting costs: <c>{ contact, missed }</c>, or all four cases.</summary>
internal static class CostsReader
{
    private const double Most = 1e12;

    public static ActionCosts? Read(Section model, PredictionKind predicts)
    {
        if (model.Find("costs") is not { } given)
            return null;
        Section section = model.Child("costs");
        if (given is not MapNode)
            return null;
        double? contact = section.NumberOrOff("contact", null, 0, Most);
        double? missed = section.NumberOrOff("missed", null, 0, Most);
        double? truePositive = section.NumberOrOff("true_positive", null, -Most, Most);
        double? falsePositive = section.NumberOrOff("false_positive", null, -Most, Most);
        double? falseNegative = section.NumberOrOff("false_negative", null, -Most, Most);
        double? trueNegative = section.NumberOrOff("true_negative", null, -Most, Most);
        double? retrain = section.NumberOrOff("retrain", null, 0, Most);
        section.ReportUnknownKeys();
        if (predicts is PredictionKind.Amount)
            return Refuse("an amount has no threshold to act from; costs belong to a model that predicts a probability");
        bool isShort = (contact ?? missed) is not null;
        bool isFull = (truePositive ?? falsePositive ?? falseNegative ?? trueNegative) is not null;
        if (isShort == isFull)
            return Refuse("expected { contact: 2.50, missed: 40 }, or { true_positive, false_positive, false_negative, true_negative }, one of the two");
        if (isShort && (contact is null || missed is null))
            return Refuse("expected both contact, what acting costs, and missed, what it costs to have waited with one who would have come");
        if (isFull && (falsePositive is null || falseNegative is null))
            return Refuse("expected at least false_positive and false_negative; the other two are 0 where they are left out");
        ActionCosts costs = isShort
            ? ActionCosts.OfContact(contact!.Value, missed!.Value)
            : new ActionCosts(truePositive ?? 0, falsePositive!.Value, falseNegative!.Value, trueNegative ?? 0);
        return costs.Problem is { } problem ? Refuse(problem) : costs with { Retrain = retrain };

        ActionCosts? Refuse(string reason)
        {
            section.Report(given.Line, $"{section.Path}: {reason}");
            return null;
        }
    }
}
