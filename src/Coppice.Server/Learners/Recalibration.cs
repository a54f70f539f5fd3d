namespace Coppice.Server.Learners;

/// <summary>The cheapest update: the trees stay byte for byte, what turns their margins into answers is fitted anew (methods 7.1).</summary>
public static class Recalibration
{
    /// <summary>Fits a calibration to rows that the parent has not learnt from.</summary>
    public static FittedModel Of(TrainingData unseen, FittedModel parent)
    {
        ArgumentNullException.ThrowIfNull(unseen);
        ArgumentNullException.ThrowIfNull(parent);
        var rows = AmountCap.Apply(unseen);
        return parent with { Calibration = CalibrationFit.Of(rows, MergedModel.Margins(parent.Model, rows.Features)), Prior = rows.Prior() };
    }
}
