namespace Coppice.Forests.Contributions;

/// <summary>
/// One feature on the way from the root: the share of covers that follow the way when the feature is unknown, whether the row follows it
/// when it is known (1 or 0), and the weight of all sets of known features of one size.
/// </summary>
internal record struct PathElement(int Feature, double UnknownShare, double KnownShare, double Weight);
