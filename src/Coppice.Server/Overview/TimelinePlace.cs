using System.Globalization;
using Coppice.Server.Http;

namespace Coppice.Server.Overview;

/// <summary>A place in a customer's timeline; on the wire <c>microseconds-kind-number</c>.</summary>
/// <param name="At">The time.</param>
/// <param name="Kind">The place of the kind among those of the same time.</param>
/// <param name="Id">The number among those of the same kind.</param>
public readonly record struct TimelinePlace(long At, long Kind, long Id)
{
    /// <summary>Before the newest there can be.</summary>
    public static TimelinePlace End { get; } = new(long.MaxValue, long.MaxValue, long.MaxValue);

    /// <summary>Reads a cursor; none means the end.</summary>
    /// <exception cref="RequestException">It is no cursor of ours.</exception>
    public static TimelinePlace Parse(string? cursor)
    {
        if (cursor is null)
            return End;
        // The time may be before 1970, and then begins with a dash itself.
        string[] parts = cursor.TrimStart('-').Split('-');
        if (parts.Length == 3 && Number(parts[0], out long at) && Number(parts[1], out long kind) && Number(parts[2], out long id))
            return new TimelinePlace(cursor[0] == '-' ? -at : at, kind, id);
        throw new RequestException(RequestCodes.BadRequest, $"before expects what an earlier answer gave as \"next\", found \"{cursor[..Math.Min(cursor.Length, 60)]}\".", RefusalKind.BadInput);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}-{Kind}-{Id}");

    private static bool Number(string text, out long number) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
