using System.Globalization;
using Coppice.Server.Workspaces.Reading;

namespace Coppice.Server.Gates;

/// <summary>A version that is better and too slow or too large to answer everybody helps nobody.</summary>
public sealed class FootprintGate(GateOptions options) : IGate
{
    public string Name => GateNames.Footprint;

    public string Code => "COP-GATE-011";

    public GateVerdict Judge(JudgementFacts facts)
    {
        if (facts.Footprint is not { } found)
            return GateVerdict.Of(this, GateOutcome.NotApplicable, null, null, "Nobody has measured size and time.");
        double sizeShare = (double)found.Bytes / options.MaxSize;
        double? timeShare = found.Latency / options.MaxLatency;
        string latency = found.Latency is { } median
            ? $"one row takes {Milliseconds(median)} of {Milliseconds(options.MaxLatency)} allowed, the median of {found.Rows:N0}"
            : "no row was at hand to be timed";
        string sentence = $"{SizeText.Round(found.Bytes)} of {SizeText.Round(options.MaxSize)} allowed; {latency}.";
        (double measured, double bound) = timeShare > sizeShare
            ? (found.Latency!.Value.TotalMilliseconds, options.MaxLatency.TotalMilliseconds)
            : (found.Bytes, (double)options.MaxSize);
        return sizeShare <= 1 && timeShare is null or <= 1
            ? GateVerdict.Of(this, GateOutcome.Passed, measured, bound, sentence)
            : GateVerdict.Of(this, GateOutcome.Failed, measured, bound, sentence) with { Reason = DecisionReasons.Footprint };
    }

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture) + " ms";
}
