namespace Coppice.Server.Customers.Ingest;

/// <summary>Most bytes of UTF-8 in each kind of text.</summary>
public static class TextLimits
{
    /// <summary>Keys, ids, names of sessions and products.</summary>
    public const int Key = 500;

    /// <summary>Types of events, names of outcomes, languages.</summary>
    public const int Name = 200;

    public const int Note = 64 * 1024;

    /// <summary>Properties of an event, attributes of a profile.</summary>
    public const int Properties = 16 * 1024;

    /// <summary>The inputs of a labelled row.</summary>
    public const int Inputs = 256 * 1024;
}
