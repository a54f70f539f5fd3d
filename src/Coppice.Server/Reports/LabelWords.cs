using System.Globalization;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Reports;

/// <summary>What a model is asked and what counts as true, in words.</summary>
internal static class LabelWords
{
    public static string Of(LabelPolicy policy) => policy switch
    {
        EventWithin p => $"True where any of {List(p.EventTypes)} follows within {Days(p.Within)}.",
        NoEventWithin p => $"True where none of {List(p.EventTypes)} follows within {Days(p.Within)}.",
        SumWithin p => $"The sum of the values of {p.EventType} over the {Days(p.Within)} that follow.",
        ColumnLabel { Positive: { } positive } p => $"True where the column {p.Column} says {positive}.",
        ColumnLabel p => $"The amount in the column {p.Column}.",
        _ => policy.ToString(),
    };

    public static IReadOnlyList<string> Inputs(FeatureGroups groups) =>
    [
        .. new (FeatureGroups Group, string Words)[]
        {
            (FeatureGroups.Behaviour, "what the customer did"),
            (FeatureGroups.Profile, "the customer's profile"),
            (FeatureGroups.Notes, "what notes about the customer speak of"),
            (FeatureGroups.Columns, "the columns of the rows that are sent"),
        }.Where(group => groups.HasFlag(group.Group)).Select(group => group.Words),
    ];

    private static string List(IReadOnlyList<string> types) => string.Join(", ", types);

    private static string Days(TimeSpan span) => span.TotalDays == 1 ? "1 day" : $"{span.TotalDays.ToString("0.##", CultureInfo.InvariantCulture)} days";
}
