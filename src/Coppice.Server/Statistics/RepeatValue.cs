using System.Text.Json.Serialization;
using MathNet.Numerics;

namespace Coppice.Server.Statistics;

/// <summary>
/// What an act of someone is worth (Gamma-Gamma, Fader, Hardie and Lee 2005; methods 7.6): values vary around a mean of their own, and the means vary
/// over the population. It holds where how much and how often have little to do with each other.
/// </summary>
/// <param name="ValueShape">p of the paper.</param>
/// <param name="MeanShape">q; the population has no mean unless it is above 1.</param>
/// <param name="MeanScale">v (gamma of the paper), in the unit of the values.</param>
public sealed record RepeatValue(double ValueShape, double MeanShape, double MeanScale)
{
    /// <summary>What an act is worth where nothing is known of a person.</summary>
    [JsonIgnore]
    public double PopulationMean => ValueShape * MeanScale / (MeanShape - 1);

    /// <summary>What an act of someone is worth whose <paramref name="repeats"/> acts were worth <paramref name="mean"/> on average.</summary>
    public double Expected(int repeats, double mean)
    {
        double weight = ValueShape * repeats / ((ValueShape * repeats) + MeanShape - 1);
        return ((1 - weight) * PopulationMean) + (weight * mean);
    }

    /// <summary>Of someone with at least one repeat and a mean above zero.</summary>
    public double LogLikelihood(int repeats, double mean)
    {
        double shape = ValueShape * repeats;
        return SpecialFunctions.GammaLn(shape + MeanShape) - SpecialFunctions.GammaLn(shape) - SpecialFunctions.GammaLn(MeanShape)
            + (MeanShape * Math.Log(MeanScale)) + ((shape - 1) * Math.Log(mean)) + (shape * Math.Log(repeats))
            - ((shape + MeanShape) * Math.Log((repeats * mean) + MeanScale));
    }
}
