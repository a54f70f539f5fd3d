namespace Coppice.Server.Workspaces.Reading;

/// <summary>Reads the label policy: exactly one of four kinds.</summary>
internal static class LabelReader
{
    private const string Kinds = "event, no_event, sum or column";

    public static LabelPolicy? Read(Section section)
    {
        string[] kinds = [.. new[] { "event", "no_event", "sum", "column" }.Where(kind => section.Find(kind) is not null)];
        TimeSpan? within = section.Duration("within", null, TimeSpan.FromHours(1));
        string? positive = section.Text("positive");
        section.ReportUnknownKeys();

        if (kinds.Length != 1)
        {
            string found = kinds.Length == 0 ? "none" : string.Join(" and ", kinds);
            section.Report(section.Line, $"{section.Path}: expected one of {Kinds}, found {found}");
            return null;
        }

        string kind = kinds[0];
        RefuseMisplaced(section, kind);
        if (kind == "column")
            return section.Text("column") is { } column ? new ColumnLabel(column, positive) : null;

        if (section.Find("within") is null)
            section.Missing("within", DurationText.Expected);
        return within is { } window ? Windowed(section, kind, window) : null;
    }

    private static void RefuseMisplaced(Section section, string kind)
    {
        string misplaced = kind == "column" ? "within" : "positive";
        if (section.Find(misplaced) is { } node)
            section.Report(node.Line, $"{section.PathOf(misplaced)}: does not go with {kind}; leave it out");
    }

    private static LabelPolicy? Windowed(Section section, string kind, TimeSpan window)
    {
        if (kind == "sum")
        {
            string? sum = section.Text("sum");
            if (sum is not null && sum.EndsWith(".value", StringComparison.Ordinal) && sum.Length > ".value".Length)
                return new SumWithin(sum[..^".value".Length], window);
            if (sum is not null)
                section.Mismatch("sum", "an event type and .value, such as purchase.value", section.Find("sum")!);
            return null;
        }

        IReadOnlyList<string> types = section.Texts(kind);
        if (types.Count == 0)
        {
            section.Mismatch(kind, "at least one event type", section.Find(kind)!);
            return null;
        }

        return kind == "event" ? new EventWithin(types, window) : new NoEventWithin(types, window);
    }
}
