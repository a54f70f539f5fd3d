namespace Coppice.Server.Files;

public enum TableKind
{
    /// <summary>Cells apart by one character, quoted as in RFC 4180.</summary>
    Delimited,

    /// <summary>Cells apart by runs of blanks, as in fixed-width files.</summary>
    Whitespace,

    /// <summary>One JSON object per line.</summary>
    Ndjson,
}
