using System.Runtime.InteropServices;

namespace Coppice.Forests.Blocks;

/// <summary>A condition and where to go. A leaf leads to itself.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct DeepNode(int condition, int whereFalse, int whereTrue, float value)
{
    public int Condition = condition;
    public int WhereFalse = whereFalse;
    public int WhereTrue = whereTrue;
    public float Value = value;
}
