namespace Coppice.Server.Files;

/// <summary>How a file is laid out.</summary>
public sealed record TableFormat(TableKind Kind, char Delimiter = ',', HeaderLine Header = HeaderLine.Detect)
{
    /// <summary>For people: "comma-separated", "NDJSON".</summary>
    public override string ToString() => Kind switch
    {
        TableKind.Ndjson => "NDJSON",
        TableKind.Whitespace => "columns separated by blanks",
        _ => Delimiter switch { ',' => "comma", ';' => "semicolon", '\t' => "tab", '|' => "bar", _ => $"\"{Delimiter}\"" } + "-separated",
    };
}
