using MathNet.Numerics;

namespace Coppice.Server.Statistics;

/// <summary>The values under which what people paid is likeliest, found as <see cref="RepeatRhythmFit"/> finds a rhythm.</summary>
internal sealed class RepeatValueFit
{
    private const double Penalty = 0.001;

    private const int MostEvaluations = 2_000;

    private const double Tolerance = 1e-5;

    private readonly (int Repeats, double Total, double LogMean)[] _people;
    private readonly double[] _gammas;

    private RepeatValueFit(IEnumerable<(int Repeats, double Mean)> people, double scale)
    {
        _people = [.. people.Select(p => (p.Repeats, p.Repeats * p.Mean * scale, Math.Log(p.Mean * scale)))];
        _gammas = new double[_people.Max(p => p.Repeats) + 1];
    }

    /// <summary>Everyone has at least one repeat and a mean above zero; null without anyone.</summary>
    public static RepeatValue? Fit(IReadOnlyCollection<(int Repeats, double Mean)> people)
    {
        if (people.Count == 0)
            return null;
        double scale = 1 / people.Average(p => p.Mean);
        double[] found = NelderMead.Minimise(new RepeatValueFit(people, scale).Loss, [0, 0, 0], 0.5, Tolerance, MostEvaluations);
        return new RepeatValue(Math.Exp(found[0]), Math.Exp(found[1]), Math.Exp(found[2]) / scale);
    }

    private double Loss(double[] logParameters)
    {
        double p = Math.Exp(logParameters[0]);
        double q = Math.Exp(logParameters[1]);
        double v = Math.Exp(logParameters[2]);
        Array.Fill(_gammas, double.NaN);
        double sum = 0;
        foreach (var (repeats, total, logMean) in _people)
        {
            double shape = p * repeats;
            if (double.IsNaN(_gammas[repeats]))
                _gammas[repeats] = SpecialFunctions.GammaLn(shape + q) - SpecialFunctions.GammaLn(shape) + (shape * Math.Log(repeats));
            sum += _gammas[repeats] + ((shape - 1) * logMean) - ((shape + q) * Math.Log(total + v));
        }

        sum += _people.Length * ((q * logParameters[2]) - SpecialFunctions.GammaLn(q));
        foreach (double parameter in logParameters)
            sum -= Penalty * parameter * parameter;
        return double.IsFinite(sum) ? -sum / _people.Length : double.PositiveInfinity;
    }
}
