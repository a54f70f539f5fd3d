namespace Coppice.Forests;

/// <summary>The XGBoost objectives that are understood, and how each turns a base score into a margin and a margin into a value.</summary>
internal static class Objectives
{
    public static readonly string Known = "binary:logistic, reg:logistic, reg:squarederror, reg:tweedie, reg:gamma, count:poisson";

    /// <summary>Losses of several classes: each has a margin of its own, and none is a value by itself.</summary>
    public static readonly string[] OfClasses = ["multi:softprob", "multi:softmax"];

    public static ForestLink? LinkOf(string objective) => objective switch
    {
        "binary:logistic" or "reg:logistic" => ForestLink.Logistic,
        "reg:squarederror" => ForestLink.Identity,
        "reg:tweedie" or "reg:gamma" or "count:poisson" => ForestLink.Log,
        _ => null,
    };

    /// <summary>Models store the base score as a value, not as a margin. Not a finite number when the score is outside the link's domain.</summary>
    public static float ToMargin(ForestLink link, float value) => link switch
    {
        ForestLink.Logistic => -MathF.Log((1f / value) - 1f),
        ForestLink.Log => MathF.Log(value),
        _ => value,
    };

    public static float ToValue(ForestLink link, float margin) => link switch
    {
        ForestLink.Logistic => Logistic(margin),
        ForestLink.Log => MathF.Exp(margin),
        _ => margin,
    };

    // The two constants are XGBoost's own, so that values agree to the last bit: exp must not overflow.
    private static float Logistic(float margin) => 1f / (MathF.Exp(MathF.Min(-margin, 88.7f)) + 1f + 1e-16f);
}
