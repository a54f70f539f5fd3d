namespace Coppice.Server.Evaluation;

/// <summary>
/// LORD++ (Ramdas et al. 2017): keeps the long-run share of wrong promotions below a level over any number of decisions. Each promotion
/// earns back some of the budget that each decision spends.
/// </summary>
public sealed class PromotionBudget
{
    private const double Zeta = 2.2857656656801293;

    private readonly double _level;

    private readonly double _start;

    private readonly Func<int, double> _gamma;

    private readonly List<int> _promotions = [];

    private int _decisions;

    private PromotionBudget(double level, double start, Func<int, double> gamma)
    {
        _level = level;
        _start = start;
        _gamma = gamma;
    }

    /// <summary>Spends as j^-1.6 from half the level: strict enough for hundreds of retrains, able to promote the first one.</summary>
    public static PromotionBudget Of(double level = 0.05) => new(level, level / 2, decision => Math.Pow(decision, -1.6) / Zeta);

    /// <summary>The default of the onlineFDR package: starts at a twentieth of ours.</summary>
    public static PromotionBudget OfJavanmardMontanari(double level = 0.05) =>
        new(level, level / 10, decision => 0.07720838 * Math.Log(Math.Max(decision, 2)) / (decision * Math.Exp(Math.Sqrt(Math.Log(decision)))));

    /// <summary>The significance level of the next decision.</summary>
    public double NextLevel()
    {
        int decision = _decisions + 1;
        double level = _gamma(decision) * _start;
        for (int i = 0; i < _promotions.Count; i++)
            level += (i == 0 ? _level - _start : _level) * _gamma(decision - _promotions[i]);
        return level;
    }

    /// <summary>Records the next decision's p-value; true when it is a discovery at the level it was judged by.</summary>
    public bool Record(double p)
    {
        bool promoted = p <= NextLevel();
        _decisions++;
        if (promoted)
            _promotions.Add(_decisions);
        return promoted;
    }
}
