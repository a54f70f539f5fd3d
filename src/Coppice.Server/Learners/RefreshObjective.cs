namespace Coppice.Server.Learners;

/// <summary>The loss a model was trained on: the start of its margins, and slope and curvature of the loss there.</summary>
internal abstract class RefreshObjective
{
    // XGBoost's own floor under the curvature of a certain prediction.
    private const double SmallestCurvature = 1e-16;

    public static RefreshObjective Named(string name, double variancePower) => name switch
    {
        "binary:logistic" => new Logistic(),
        "reg:squarederror" => new SquaredError(),
        "reg:tweedie" => new Tweedie(variancePower),
        _ => throw new InvalidDataException($"A model of binary:logistic, reg:squarederror or reg:tweedie was expected, but its objective is {name}."),
    };

    public abstract double MarginOf(double baseScore);

    public abstract (double Gradient, double Hessian) At(double margin, double label);

    private sealed class Logistic : RefreshObjective
    {
        public override double MarginOf(double baseScore) => Math.Log(baseScore / (1 - baseScore));

        public override (double Gradient, double Hessian) At(double margin, double label)
        {
            double probability = 1 / (1 + Math.Exp(-margin));
            return (probability - label, Math.Max(probability * (1 - probability), SmallestCurvature));
        }
    }

    private sealed class SquaredError : RefreshObjective
    {
        public override double MarginOf(double baseScore) => baseScore;

        public override (double Gradient, double Hessian) At(double margin, double label) => (margin - label, 1);
    }

    // Methods §7.4, with respect to the logarithm of the mean.
    private sealed class Tweedie(double variancePower) : RefreshObjective
    {
        public override double MarginOf(double baseScore) => Math.Log(baseScore);

        public override (double Gradient, double Hessian) At(double margin, double label)
        {
            double first = label * Math.Exp((1 - variancePower) * margin);
            double second = Math.Exp((2 - variancePower) * margin);
            return (second - first, ((2 - variancePower) * second) - ((1 - variancePower) * first));
        }
    }
}
