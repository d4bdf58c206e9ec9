console.log('size: not yet');
