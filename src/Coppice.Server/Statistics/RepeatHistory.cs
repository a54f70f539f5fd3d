namespace Coppice.Server.Statistics;

/// <summary>How often someone has repeated an act, as of a time. Ages are counted from their first act, in one unit throughout.</summary>
/// <param name="Repeats">Acts after the first.</param>
/// <param name="LastAge">Age at the last act; 0 without repeats.</param>
/// <param name="Age">Age now.</param>
public readonly record struct RepeatHistory(int Repeats, double LastAge, double Age);
