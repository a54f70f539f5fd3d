using Coppice.Server.Storage;
using Coppice.Server.Workspaces;

namespace Coppice.Server.Labels;

/// <summary>The past times at which a model could have been asked: the same ones whatever history arrives later.</summary>
public static class CutOffs
{
    /// <summary>A Monday, so that weekly cut-offs fall on Mondays.</summary>
    private static readonly DateTime Origin = new(1970, 1, 5, 0, 0, 0, DateTimeKind.Unspecified);

    /// <summary>Cut-offs after <paramref name="after"/> and not after <paramref name="until"/>, oldest first.</summary>
    public static IReadOnlyList<long> Between(Cadence cadence, TimeZoneInfo zone, long after, long until)
    {
        var cutOffs = new List<long>();
        if (after >= until)
            return cutOffs;
        var local = TimeZoneInfo.ConvertTime(UtcMicroseconds.ToTime(after), zone).DateTime;
        int step = cadence.Length is { } length
            ? (int)Math.Floor((local - Origin) / length)
            : ((local.Year - Origin.Year) * 12) + local.Month - 1;
        var start = cadence.Length is null ? new DateTime(Origin.Year, 1, 1, 0, 0, 0, DateTimeKind.Unspecified) : Origin;
        for (; ; step++)
        {
            var moment = cadence.Step(start, step);
            long time = new DateTimeOffset(moment, zone.GetUtcOffset(moment)).ToMicroseconds();
            if (time > until)
                return cutOffs;
            if (time > after)
                cutOffs.Add(time);
        }
    }
}
