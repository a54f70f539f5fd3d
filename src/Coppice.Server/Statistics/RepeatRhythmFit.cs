namespace Coppice.Server.Statistics;

/// <summary>
/// The rhythm under which histories are likeliest (methods 7.6). A penalty of 0.001 on the squared logarithms of the parameters, beside the likelihood
/// of all histories, keeps them finite where the histories say nothing and moves them nowhere else.
/// </summary>
internal sealed class RepeatRhythmFit
{
    private const double Penalty = 0.001;

    private const int MostEvaluations = 2_000;

    /// <summary>Ages are rescaled to end here, so that the search starts equally near whatever their unit.</summary>
    private const double LongestAge = 10;

    private const double Tolerance = 1e-5;

    private readonly List<Group> _groups = [];
    private readonly double[] _ages;
    private readonly double[] _logs;
    private readonly double[] _rates;
    private readonly double[] _stays;
    private readonly int _people;

    private RepeatRhythmFit(IEnumerable<RepeatHistory> histories, double scale)
    {
        var places = new Dictionary<double, int>();
        var counts = new Dictionary<RepeatHistory, int>();
        foreach (var history in histories)
        {
            counts[history] = counts.GetValueOrDefault(history) + 1;
            _people++;
        }

        foreach (var (history, people) in counts)
            _groups.Add(new Group(history.Repeats, Place(history.LastAge), Place(history.Age), people));
        _ages = [.. places.Keys.Select(age => age * scale)];
        _logs = new double[_ages.Length];
        _rates = new double[_groups.Max(g => g.Repeats) + 1];
        _stays = new double[_rates.Length];

        int Place(double age)
        {
            if (!places.TryGetValue(age, out int place))
                places.Add(age, place = places.Count);
            return place;
        }
    }

    /// <summary>Null where nobody has an age, so that nothing can be told.</summary>
    public static RepeatRhythm? Fit(IReadOnlyCollection<RepeatHistory> histories)
    {
        double longest = histories.Select(h => h.Age).DefaultIfEmpty().Max();
        if (longest <= 0)
            return null;
        double scale = LongestAge / longest;
        var fit = new RepeatRhythmFit(histories, scale);
        double[] found = NelderMead.Minimise(fit.Loss, [0, 0, 0, 0], 0.5, Tolerance, MostEvaluations);
        return new RepeatRhythm(Math.Exp(found[0]), Math.Exp(found[1]) / scale, Math.Exp(found[2]), Math.Exp(found[3]));
    }

    /// <summary>The mean negative log-likelihood. Gamma functions at whole distances are sums of logarithms, and those are shared by everyone.</summary>
    private double Loss(double[] logParameters)
    {
        double r = Math.Exp(logParameters[0]);
        double alpha = Math.Exp(logParameters[1]);
        double a = Math.Exp(logParameters[2]);
        double b = Math.Exp(logParameters[3]);
        for (int i = 0; i < _ages.Length; i++)
            _logs[i] = Math.Log(alpha + _ages[i]);
        for (int x = 1; x < _rates.Length; x++)
        {
            _rates[x] = _rates[x - 1] + Math.Log(r + x - 1);
            _stays[x] = _stays[x - 1] + Math.Log((b + x - 1) / (a + b + x - 1));
        }

        double sum = 0;
        foreach (var group in _groups)
        {
            double power = r + group.Repeats;
            double quiet = power * _logs[group.Age];
            double gone = group.Repeats == 0
                ? 0
                : Math.Log(1 + (a / (b + group.Repeats - 1) * Math.Exp(quiet - (power * _logs[group.LastAge]))));
            sum += group.People * (_rates[group.Repeats] + _stays[group.Repeats] - quiet + gone);
        }

        sum += _people * r * logParameters[1];
        foreach (double parameter in logParameters)
            sum -= Penalty * parameter * parameter;
        return double.IsFinite(sum) ? -sum / _people : double.PositiveInfinity;
    }

    /// <summary>Everyone with the same history counts at once; ages by their place.</summary>
    private readonly record struct Group(int Repeats, int LastAge, int Age, int People);
}
