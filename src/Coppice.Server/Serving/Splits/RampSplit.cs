using System.Text;
using Coppice.Server.Deployments;
using Coppice.Server.Models;
using Coppice.Server.Statistics;

namespace Coppice.Server.Serving.Splits;

/// <summary>Who is answered by which version while one takes over: always the same customers, and with every step some more (methods 6.3).</summary>
public sealed class RampSplit(Ramp ramp, RampStep step, ChampionSnapshot challenger, RampMeter meter)
{
    private readonly byte[] _salt = Encoding.UTF8.GetBytes(ramp.Salt);
    private readonly long _share = step.Share;

    /// <summary>The version that takes over.</summary>
    public ChampionSnapshot Challenger => challenger;

    public RampMeter Meter => meter;

    /// <summary>The same as <see cref="Challenger"/>, for many customers at a time.</summary>
    public ScoringVersion Scoring { get; } = new(challenger.Model, challenger.ModelId, challenger.Version) { Arm = Predictions.Arms.Challenger };

    /// <summary>Whether a customer, by the key in UTF-8, is answered by it.</summary>
    public bool Takes(ReadOnlySpan<byte> customer) => HashBucket.Of(_salt, customer) < _share;

    /// <summary>Whether a customer is answered by it.</summary>
    public bool Takes(string customer) => HashBucket.Of(ramp.Salt, customer) < _share;

    /// <summary>The same for what the definition says of the model now.</summary>
    public RampSplit With(ChampionSnapshot redefined) => new(ramp, step, redefined, meter);

    /// <summary>Whether the two versions are still these.</summary>
    public bool IsFrom(LoadedVersion champion) => champion.Version.Id == ramp.FromId;
}
