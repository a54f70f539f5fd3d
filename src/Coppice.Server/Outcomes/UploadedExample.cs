namespace Coppice.Server.Outcomes;

/// <summary>A labelled row: every column as a JSON object, and the time its inputs hold.</summary>
/// <param name="Customer">The customer's key; a row without one stands for a customer of its own.</param>
/// <param name="AsOf">When the inputs hold.</param>
/// <param name="KnownTime">When the row could first be known.</param>
/// <param name="Dated">Whether the row said so itself, or the time of its upload stands in.</param>
/// <param name="Inputs">JSON object of every column.</param>
public sealed record UploadedExample(string Customer, long AsOf, long KnownTime, RowDate Dated, string Inputs)
{
    /// <summary>Whether the key came from the row.</summary>
    public bool HasOwnKey { get; init; }

    /// <summary>Null: told from its content when it is stored.</summary>
    public byte[]? Identity { get; init; }
}

/// <summary>Where the time of a row comes from.</summary>
public enum RowDate
{
    OfUpload = 0,
    Given = 1,
}

/// <summary>A labelled row as stored.</summary>
public sealed record StoredExample(long Id, long CustomerId, long AsOf, long KnownTime, long Dated, string Inputs);
