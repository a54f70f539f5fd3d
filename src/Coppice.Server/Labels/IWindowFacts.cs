namespace Coppice.Server.Labels;

/// <summary>
/// What customers did, as a label policy asks. Read from memory where everybody is asked about, from the tables where few are: a sweep
/// then costs what is new, not what there is.
/// </summary>
internal interface IWindowFacts
{
    /// <summary>The truth about a customer in the window that begins at <paramref name="asOf"/>, as known at <paramref name="knownBy"/>.</summary>
    WindowTruth Judge(long customerId, long asOf, long knownBy);

    /// <summary>Whether anything of the customer was known before a time: only then is there somebody to predict about.</summary>
    bool KnownBefore(long customerId, long asOf);
}
