using Coppice.Server.Workspaces;

namespace Coppice.Server.Learners;

/// <summary>The loss a model is trained on: where its margins start, what a margin costs, and slope and curvature of the cost there.</summary>
internal abstract class MarginLoss
{
    // XGBoost's own floor under the curvature of a certain prediction.
    private const double SmallestCurvature = 1e-16;

    public static MarginLoss Named(string name, double variancePower) => name switch
    {
        "binary:logistic" => new Logistic(),
        "reg:squarederror" => new SquaredError(),
        "reg:tweedie" => new Tweedie(variancePower),
        _ => throw new InvalidDataException($"A model of binary:logistic, reg:squarederror or reg:tweedie was expected, but its objective is {name}."),
    };

    /// <summary>The loss of what a model predicts.</summary>
    public static MarginLoss For(PredictionKind predicts, double variancePower) =>
        Named(predicts == PredictionKind.Probability ? "binary:logistic" : "reg:tweedie", variancePower);

    /// <summary>A mean label as a score that a model can start from.</summary>
    public static double Score(PredictionKind predicts, double prior) => predicts == PredictionKind.Probability ? Math.Clamp(prior, 1e-6, 1 - 1e-6) : Math.Max(prior, 1e-6);

    public abstract double MarginOf(double baseScore);

    /// <summary>What a margin costs, up to what depends on the label alone.</summary>
    public abstract double Of(double margin, double label);

    public abstract (double Gradient, double Hessian) At(double margin, double label);

    private sealed class Logistic : MarginLoss
    {
        public override double MarginOf(double baseScore) => Math.Log(baseScore / (1 - baseScore));

        public override double Of(double margin, double label)
        {
            double larger = Math.Max(margin, 0);
            return larger - (label * margin) + Math.Log(Math.Exp(-larger) + Math.Exp(margin - larger));
        }

        public override (double Gradient, double Hessian) At(double margin, double label)
        {
            double probability = 1 / (1 + Math.Exp(-margin));
            return (probability - label, Math.Max(probability * (1 - probability), SmallestCurvature));
        }
    }

    private sealed class SquaredError : MarginLoss
    {
        public override double MarginOf(double baseScore) => baseScore;

        public override double Of(double margin, double label) => 0.5 * (margin - label) * (margin - label);

        public override (double Gradient, double Hessian) At(double margin, double label) => (margin - label, 1);
    }

    // Methods §7.4, with respect to the logarithm of the mean.
    private sealed class Tweedie(double variancePower) : MarginLoss
    {
        public override double MarginOf(double baseScore) => Math.Log(baseScore);

        public override double Of(double margin, double label) =>
            (Math.Exp((2 - variancePower) * margin) / (2 - variancePower)) - (label * Math.Exp((1 - variancePower) * margin) / (1 - variancePower));

        public override (double Gradient, double Hessian) At(double margin, double label)
        {
            double first = label * Math.Exp((1 - variancePower) * margin);
            double second = Math.Exp((2 - variancePower) * margin);
            return (second - first, ((2 - variancePower) * second) - ((1 - variancePower) * first));
        }
    }
}
