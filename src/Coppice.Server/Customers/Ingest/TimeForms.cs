using Coppice.Server.Files.Cells;

namespace Coppice.Server.Customers.Ingest;

/// <summary>How JSON may write a moment.</summary>
internal static class TimeForms
{
    /// <summary>ISO 8601.</summary>
    public static readonly DateForm[] Texts = [DateForm.All.First(f => f.Pattern == "yyyy-MM-dd")];

    /// <summary>Seconds or milliseconds since 1970; their ranges do not meet.</summary>
    public static readonly DateForm[] Numbers = [.. DateForm.Numeric.Where(f => f.Order is DateOrder.UnixSeconds or DateOrder.UnixMilliseconds)];
}
