using System.Runtime.InteropServices;

namespace Coppice.XGBoost.Native;

internal sealed class MatrixHandle : SafeHandle
{
    public MatrixHandle()
        : base(invalidHandleValue: 0, ownsHandle: true)
    {
    }

    public override bool IsInvalid => handle == 0;

    protected override bool ReleaseHandle() => NativeMethods.XGDMatrixFree(handle) == 0;
}
