namespace Coppice.Forests.Scoring;

/// <summary>Eight bytes, so that one tree of 64 nodes fills eight cache lines.</summary>
internal readonly record struct PaddedNode(float Threshold, int Slot);
