namespace Coppice.Server.Drift;

/// <summary>What is said of errors.</summary>
internal static class ErrorWords
{
    public static (double Mean, string Sentence) Of(ErrorHistory errors)
    {
        // Days add up where ADWIN, over far more labels, has seen nothing.
        bool isOfDays = errors is { HasRisen: true, Before: null, Sizes.Rows: > 0 };
        var (sum, labels) = isOfDays ? (errors.Sizes.Sum, errors.Sizes.Rows) : (errors.Window.Sum, errors.Window.Width);
        double mean = ErrorSize.Most * sum / Math.Max(1, labels);
        string rise = errors.Before is { } earlier ? FormattableString.Invariant($", {ErrorSize.Most * earlier:0.###} before") : "";
        return (mean, FormattableString.Invariant($"{Shortfall(errors)}mean error {mean:0.###} over {(isOfDays ? "" : "the last ")}{labels:N0} labels{rise}, promised {ErrorSize.Most * errors.Reference.Mean:0.###}"));
    }

    /// <summary>Where answers tell less than they say, which need not show in the size of errors.</summary>
    private static string Shortfall(ErrorHistory errors) => errors is { HasRisen: true, Before: null, Confidence: { } confidence, Gaps.Rows: > 0 } && errors.Gaps.Accumulated > errors.Sizes.Accumulated
        ? FormattableString.Invariant($"{Math.Max(0, confidence.CameTrue(errors.Gaps.Sum / errors.Gaps.Rows)):P0} of what tells likely from unlikely came true over {errors.Gaps.Rows:N0} labels, promised {confidence.CameTrue(confidence.Gap.Mean):P0}; ")
        : "";
}
