namespace Coppice.Server.Ramps;

/// <summary>A reason not to let a version take over.</summary>
public interface IRampRule
{
    /// <summary>What is found; null where nothing is wrong. Whatever it goes by is valid at every look (methods 6.5).</summary>
    RampFinding? Look(RampFacts facts);
}

/// <summary>What is wrong, and what that means for the ramp.</summary>
public sealed record RampFinding(RampMove Move, string Code, string Sentence);

/// <summary>What becomes of a ramp at a look.</summary>
public enum RampMove
{
    /// <summary>The step goes on.</summary>
    Wait,

    /// <summary>The next step begins, or after the last the version is champion.</summary>
    Advance,

    /// <summary>It stays at its step until a person has looked.</summary>
    Hold,

    /// <summary>The champion answers everybody again.</summary>
    Stop,
}
