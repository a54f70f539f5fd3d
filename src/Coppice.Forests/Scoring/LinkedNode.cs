using System.Runtime.InteropServices;

namespace Coppice.Forests.Scoring;

/// <summary>A split, or a leaf that leads to itself: nothing is at or above its NaN threshold, so every step goes "left", to the leaf again.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly record struct LinkedNode(float Threshold, int Slot, int Left, float Value);
