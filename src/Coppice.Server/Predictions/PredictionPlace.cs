using System.Globalization;
using Coppice.Server.Http;

namespace Coppice.Server.Predictions;

/// <summary>A place in a list of predictions that is ordered by time; on the wire <c>microseconds-number</c>.</summary>
public readonly record struct PredictionPlace(long AsOf, long Id)
{
    /// <summary>Before the newest prediction there can be.</summary>
    public static PredictionPlace End { get; } = new(long.MaxValue, long.MaxValue);

    /// <summary>Reads a cursor; none means the end.</summary>
    /// <exception cref="RequestException">It is no cursor of ours.</exception>
    public static PredictionPlace Parse(string? cursor)
    {
        if (cursor is null)
            return End;
        int dash = cursor.LastIndexOf('-');
        if (dash > 0
            && long.TryParse(cursor.AsSpan(0, dash), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long asOf)
            && long.TryParse(cursor.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out long id))
        {
            return new PredictionPlace(asOf, id);
        }

        throw new RequestException(RequestCodes.BadRequest, $"before expects what an earlier answer gave as \"next\", found \"{cursor}\".", RefusalKind.BadInput);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{AsOf}-{Id}");
}
