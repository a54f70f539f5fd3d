namespace Coppice.Cli.Models;

/// <summary>What of a batch is waited for.</summary>
internal enum BatchMoment
{
    /// <summary>Every row has an answer, be it a companion's.</summary>
    Answered,

    /// <summary>Every answer is final.</summary>
    Ended,
}
