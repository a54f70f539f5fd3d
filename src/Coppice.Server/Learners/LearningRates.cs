using System.Globalization;

namespace Coppice.Server.Learners;

/// <summary>
/// The learning rate of every round, kept as a model attribute ("100*0.1,20*0.05"), because a saved model does not tell it and core and delta
/// differ (methods §3.4).
/// </summary>
public static class LearningRates
{
    public const string Attribute = "coppice.learning_rates";

    /// <summary>The text after <paramref name="rounds"/> more rounds at <paramref name="rate"/>; <paramref name="text"/> is null for a new model.</summary>
    public static string Append(string? text, int rounds, double rate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rounds);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(rate);
        string addition = string.Create(CultureInfo.InvariantCulture, $"{rounds}*{rate:R}");
        return string.IsNullOrEmpty(text) ? addition : $"{text},{addition}";
    }

    /// <summary>One rate per round, as the float32 that XGBoost trained with.</summary>
    public static double[] Parse(string? text, int rounds)
    {
        var rates = new List<double>(rounds);
        foreach (string run in (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = run.Split('*');
            if (parts.Length != 2
                || !int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int count)
                || !float.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out float rate)
                || count > rounds - rates.Count
                || !(rate > 0))
            {
                throw Unreadable(text, rounds);
            }

            rates.AddRange(Enumerable.Repeat((double)rate, count));
        }

        return rates.Count == rounds ? [.. rates] : throw Unreadable(text, rounds);
    }

    private static InvalidDataException Unreadable(string? text, int rounds) =>
        new($"Learning rates of {rounds} rounds were expected in the model's attribute {Attribute}, but it holds \"{text}\".");
}
