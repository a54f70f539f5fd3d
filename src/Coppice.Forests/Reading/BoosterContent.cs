namespace Coppice.Forests.Reading;

/// <summary>Trees with the group that each is added to, which is a class, and the rounds that made them.</summary>
internal sealed record BoosterContent(IReadOnlyList<Tree> Trees, int[] Groups, int Rounds);
